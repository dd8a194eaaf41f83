import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { ReadingForm } from '#contracts/schemas/office.ts';
import { dossierEvents } from '#db/dossiers/history.ts';
import { readingRows, type ReadingOrder, type ReadingRow } from '#db/office/readings.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileDraft } from '../dossier/open-dossier/drafts.ts';
import { execute } from '../dossier/open-dossier/execute.ts';
import {
  justificationDraft,
  startedJustification,
  type StartedJustification,
} from '../dossier/open-dossier/justification.ts';
import { demandAction, openUnread } from '../dossier/open-dossier/load-dossier.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';
import { auditOnce } from './audit.ts';

export type { ReadingOrder, ReadingRow };

/** Before an officer reads the content of a dossier. `until`: they do so already, until then; otherwise what they began to write. */
export type ReadingFacts = { id: string; number: string; until: string | null; started: StartedJustification | null };

/** @throws AppError `access.not_found`; the rules' reason where there is no content to read. */
export async function readingForm(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  officer: CurrentUser,
  dossierId: string,
): Promise<ReadingFacts> {
  const opened = await openUnread(deps, officer, dossierId);
  const { number } = opened.summaryRow;
  const until = opened.reading;
  if (until !== null) return { id: dossierId, number, until, started: null };
  demandAction(opened, 'breakGlass');
  return { id: dossierId, number, until, started: await startedJustification(deps, opened, 'breakGlass') };
}

type Deps = Pick<ServiceDeps, 'db' | 'now' | 'engine'>;

/**
 * An officer reads the content of a dossier for half an hour, for a reason (A-30, ADR 37). That it is asked is in the audit log before it is done.
 *
 * @throws AppError `value.invalid` for a reason that is not of the list, the rules' refusals.
 */
export async function breakGlass(
  deps: Deps,
  officer: CurrentUser,
  { dossierId, form, key }: { dossierId: string; form: ReadingForm; key: string },
): Promise<void> {
  const { reason, justification, justificationId } = form;
  if (!isCode('breakGlassReasons', reason)) throw new AppError('value.invalid');
  const opened = await openUnread(deps, officer, dossierId);
  const act = { action: 'dossier.content_asked', subject: dossierId, key, values: { reason, justification } };
  await auditOnce(deps.db, { actorId: officer.id, ...act });
  await fileDraft(deps, opened, {
    draft: justificationDraft(opened, { kind: 'breakGlass', form }),
    key,
    command: (id) => ({ type: 'breakGlass', reason, justificationId: id }),
    otherwise: 'refused',
    done: async () => {
      const events = await dossierEvents(deps.db, { dossierId, types: ['glassBroken'] });
      return events.some(
        ({ event }) =>
          event.type === 'glassBroken' && event.justificationId === justificationId && event.reason === reason,
      );
    },
  });
  tell('office.content_opened', { subject: dossierId, reason });
}

/** The officer has read what there was to read. @throws AppError `content.not_open`. */
export async function endBreakGlass(
  deps: Deps,
  officer: CurrentUser,
  { dossierId, key }: { dossierId: string; key: string },
): Promise<void> {
  const opened = await openUnread(deps, officer, dossierId);
  await execute(deps, opened, { key, command: { type: 'endBreakGlass' } });
  await auditOnce(deps.db, { actorId: officer.id, action: 'dossier.content_closed', subject: dossierId, key });
  tell('office.content_closed', { subject: dossierId });
}

/** What the log is narrowed to; null where it is not. */
export type ReadingFilter = { reason: string | null };

type ListDeps = Pick<ServiceDeps, 'db' | 'limits'> & { cursors: Cursors };

/** « Journal des accès exceptionnels » (A-30, B-11), fifty a page. */
export async function readings(
  deps: ListDeps,
  { id }: Pick<CurrentUser, 'id'>,
  { filter, order, after }: ListAsked<ReadingFilter, ReadingOrder>,
): Promise<{ rows: ReadingRow[]; next: string | null }> {
  return pageOf(deps, { list: ['readings', id, filter, order], after }, (part) =>
    readingRows(deps.db, { ...filter, order, ...part }),
  );
}

/** Those whose dossier, merchant or officer holds the words, the latest first. @throws AppError `rate.acts`. */
export function findReadings(
  deps: ListDeps,
  officer: CurrentUser,
  asked: SearchAsked,
): Promise<{ rows: ReadingRow[]; next: string | null }> {
  return foundPage(deps, officer, {
    ...asked,
    list: ['readings'],
    read: (part) => readingRows(deps.db, { reason: null, words: asked.words, order: 'newest', ...part }),
  });
}

/** The same whole, as a file. @throws AppError `rate.acts` for more files than anyone needs. */
export function sendReadings(
  deps: ListDeps,
  officer: CurrentUser,
  { words, filter, order }: Omit<ListAsked<ReadingFilter, ReadingOrder>, 'after'> & { words: FileWords<ReadingRow> },
): Promise<Response> {
  return fileOf(deps, officer, { read: (part) => readingRows(deps.db, { ...filter, order, ...part }), words });
}
