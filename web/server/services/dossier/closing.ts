import { randomUUID } from 'node:crypto';
import { choices, isCode } from '#content/lists/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { draftMark, marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { ClosingForm } from '#contracts/schemas/closing.ts';
import type { Database } from '#db/database.ts';
import { withdrawalOf } from '#db/content/document-rows.ts';
import { justificationDrafts, justificationRow } from '#db/content/drafts.ts';
import { actionFor, type CommandType } from '#domain/dossier/index.ts';
import type { Engine } from '../engine.ts';
import { codeOf, give, type Giver } from './give.ts';
import type { OtherDraft } from './messages.ts';
import { otherPartyOf } from './names.ts';
import type { Opened } from './reader.ts';
import { fileWords, type Words } from './words.ts';

/** The two ways in which a party ends a dossier: before take-over, and after (A-07, F-104). */
export type ClosingKind = 'refuseToNegotiate' | 'closeDossier';

const lists = { refuseToNegotiate: 'refusalReasons', closeDossier: 'partyClosingReasons' } as const;

export type ClosingPage = {
  other: string;
  reasons: { code: string; label: string }[];
  justificationId: string;
  justification: string;
  /** Mark of the justification that is shown. */
  base: string;
  /** Other texts that this person kept for it. */
  others: OtherDraft[];
};

export async function closingPage(
  db: Database,
  opened: Opened,
  kind: ClosingKind,
  language: Language,
  t: Translate,
): Promise<ClosingPage> {
  demandAction(opened, kind);
  const [draft, ...others] = await justificationDrafts(db, {
    dossierId: opened.head.id,
    authorId: opened.user.id,
    kind,
  });
  return {
    other: otherPartyOf(opened, t),
    reasons: choices(lists[kind], language),
    justificationId: draft?.id ?? randomUUID(),
    justification: draft?.body ?? '',
    base: draft ? draftMark(draft.body) : '',
    others: others.map(({ id, body, savedAt }) => ({ id, body, savedAt: formatDateTime(language, savedAt), to: null })),
  };
}

/**
 * Closes a dossier or refuses to negotiate, with a reason of the list and a justification that the other side reads.
 *
 * @throws AppError with the rule's code; `value.invalid` for a reason that is not of the list.
 */
export async function close(
  deps: { db: Database; engine: Pick<Engine, 'command' | 'state'> },
  opened: Opened,
  kind: ClosingKind,
  key: string,
  form: ClosingForm,
): Promise<void> {
  if (!isCode(lists[kind], form.reason)) throw new AppError('value.invalid');
  const { reason } = form;
  await fileWords(deps, opened, wordsOf(opened, kind, form), {
    key,
    command: (justificationId) => ({ type: kind, reason, justificationId }),
    otherwise: 'refused',
    done: async () => (await deps.engine.state(opened.head.id))?.closing?.reason === reason,
  });
}

/** Takes charge of a dossier (F-084, F-087); `replaces` is whom the person saw in charge. Done already, it is done. */
export async function takeCharge(engine: Giver, opened: Opened, key: string, replaces: string | null): Promise<void> {
  try {
    await give(engine, opened, key, { type: 'takeCharge', replaces });
  } catch (error) {
    if (codeOf(error) !== 'dossier.already_in_charge') throw error;
  }
}

/** Withdraws a document with its reason. */
export async function withdrawDocument(
  deps: { db: Database; engine: Giver },
  opened: Opened,
  key: string,
  documentId: string,
  form: JustificationForm,
): Promise<void> {
  await fileWords(deps, opened, wordsOf(opened, 'withdrawDocument', form), {
    key,
    command: (justificationId) => ({ type: 'withdrawDocument', documentId, justificationId }),
    otherwise: 'refused',
    done: async () =>
      isUuid(documentId) &&
      (await withdrawalOf(deps.db, { dossierId: opened.head.id, id: documentId })) === form.justificationId,
  });
}

/** Refuses a page whose act the rules would refuse. */
export function demandAction(opened: Opened, type: CommandType): void {
  const view = actionFor(opened.state, opened.actor, opened.now, type);
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
}

type JustificationForm = { justificationId: string; justification: string; base: string };

function wordsOf(opened: Opened, kind: string, form: JustificationForm): Words<string> {
  const row = (id: string) =>
    justificationRow({ id, dossierId: opened.head.id, authorId: opened.user.id, kind, body: form.justification });
  return { row, id: form.justificationId, seen: marksIn(form.base) };
}
