import { AppError } from '#contracts/errors.ts';
import { dossiersOverseen } from '#db/dossiers/oversight.ts';
import { endOfDay } from '#domain/calendar/civil-day.ts';
import type { Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { turn } from '#domain/dossier/turn.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { officialDocuments, type OfficialDocuments } from '../dossier/documents/documents.ts';
import { endingOf, type DossierEnding } from '../dossier/summary/ending.ts';
import { historyOf, type HistoryEntry } from '../dossier/summary/history.ts';
import { loadDossier } from '../dossier/open-dossier/load-dossier.ts';

/** A dossier as the Office sees it in its list: its course, never its content (requirements §6). */
export type OfficeDossier = {
  id: string;
  number: string;
  status: Status;
  /** Null once it is over: nobody is awaited. */
  turn: TurnHolder | null;
  turnSince: string | null;
  merchantName: string;
  /** Of the last change that the Office may know of (domain/access). */
  changedAt: string;
};

const over: readonly Status[] = ['closed', 'expired', 'purged'];
const pageSize = 50;

/**
 * Dossiers of a status (all without one), or those that wait for the Office, last changed first, fifty a page. `after`: the position as the address carries it; `next`: the one
 * that follows the page, when there are more.
 */
export async function officeDossiers(
  { db, cursors }: Pick<ServiceDeps, 'db'> & { cursors: Cursors },
  {
    officerId,
    status,
    awaited,
    after,
  }: { officerId: string; status: string | null; awaited: boolean; after: string | null },
): Promise<{ rows: OfficeDossier[]; next: string | null }> {
  const list = `office ${officerId} ${awaited ? 'awaited' : (status ?? '')}`;
  const rows = await dossiersOverseen(db, { status, awaited, after: cursors.read(list, after), limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ cursor: _, ...row }) =>
      over.includes(row.status) ? { ...row, turn: null, turnSince: null } : row,
    ),
    next: last ? cursors.write(list, { at: last.cursor, id: last.id }) : null,
  };
}

export type OverseenDossier = Pick<OfficeDossier, 'id' | 'number' | 'status' | 'turn' | 'merchantName'> & {
  /** Once it was asked for: who leads it; `open`: somebody may still be named. */
  mediation: { mediator: string | null; open: boolean } | null;
  history: HistoryEntry[];
  ending: DossierEnding | null;
  documents: OfficialDocuments;
};

/** One dossier as its own pages show it to an officer. @throws AppError `access.not_found`. */
export async function officeDossier(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  officer: CurrentUser,
  dossierId: string,
): Promise<OverseenDossier> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { summaryRow, state, now } = opened;
  const [history, ending, documents] = await Promise.all([
    historyOf(deps, opened),
    endingOf(deps, opened),
    officialDocuments(deps, opened),
  ]);
  return {
    id: summaryRow.id,
    number: summaryRow.number,
    status: state.status,
    turn: over.includes(state.status) ? null : turn(state, now).who,
    merchantName: summaryRow.merchant.name,
    mediation: state.mediation && {
      mediator: state.mediation.mediatorId === null ? null : (summaryRow.mediator?.name ?? ''),
      open: state.closing === null,
    },
    history,
    ending,
    documents,
  };
}

/** More time for a draft, to the last moment of a civil day (A-05). @throws AppError `value.invalid`, the rules' refusals. */
export async function extendDraft(
  deps: Pick<ServiceDeps, 'engine'>,
  officerId: string,
  { dossierId, day, key }: { dossierId: string; day: string; key: string },
): Promise<void> {
  const until = endOfDay(day);
  if (!until) throw new AppError('value.invalid');
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'extendDraft', until, by: { role: 'officer', userId: officerId } },
  });
}

/** Reminds a side (F-136). @throws AppError the rules' refusals. */
export async function nudge(
  deps: Pick<ServiceDeps, 'engine'>,
  officerId: string,
  { dossierId, side, key }: { dossierId: string; side: Side; key: string },
): Promise<void> {
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'nudge', side, by: { role: 'officer', userId: officerId } },
  });
}
