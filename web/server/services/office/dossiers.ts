import { AppError } from '#contracts/errors.ts';
import { activeMediators } from '#db/directory/mediators.ts';
import { enrolledMerchants } from '#db/directory/merchants.ts';
import { dossiersFound, dossiersOverseen, type OverseenFilter } from '#db/dossiers/oversight.ts';
import { endOfDay } from '#domain/calendar/civil-day.ts';
import type { Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { actionFor } from '#domain/dossier/index.ts';
import { turn } from '#domain/dossier/turn.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { officialDocuments, type OfficialDocuments } from '../dossier/documents/documents.ts';
import { endingOf, type DossierEnding } from '../dossier/summary/ending.ts';
import { historyOf, type HistoryEntry } from '../dossier/summary/history.ts';
import { loadDossier } from '../dossier/open-dossier/load-dossier.ts';
import { watch, type Watched } from './engine.ts';

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

/** What the list is narrowed to, as its address says; `days`: for how long the dossier has been there. */
export type DossiersFilter = Omit<OverseenFilter, 'before'> & { days: number | null };

/** Dossiers as a filter narrows them, last changed first, fifty a page. `after`: the position as the address carries it; `next`: the one that follows the page, when there are more. */
export async function officeDossiers(
  { db, cursors, now }: Pick<ServiceDeps, 'db' | 'now'> & { cursors: Cursors },
  { officerId, filter, after }: { officerId: string; filter: DossiersFilter; after: string | null },
): Promise<{ rows: OfficeDossier[]; next: string | null }> {
  const { days, ...narrowed } = filter;
  const before = days === null ? null : new Date(now().getTime() - days * 86_400_000).toISOString();
  const list = `office ${officerId} ${JSON.stringify(filter)}`;
  const position = cursors.read(list, after);
  const rows = await dossiersOverseen(db, { ...narrowed, before, after: position, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { rows: shown.map(withoutTurn), next: last ? cursors.write(list, { at: last.cursor, id: last.id }) : null };
}

/** Dossiers that hold the words of a search (F-005), fifty at most; `more`: there are others. @throws AppError `rate.acts`. */
export async function searchDossiers(
  { db, limits }: Pick<ServiceDeps, 'db' | 'limits'>,
  officer: CurrentUser,
  words: string,
): Promise<{ rows: OfficeDossier[]; more: boolean }> {
  await limits.count('acts', `${officer.id} searches`);
  const rows = await dossiersFound(db, { words, limit: pageSize + 1 });
  return { rows: rows.slice(0, pageSize).map(withoutTurn), more: rows.length > pageSize };
}

/** Whom a list may be narrowed to. */
export async function dossierChoices({ db }: Pick<ServiceDeps, 'db'>) {
  const [mediators, merchants] = await Promise.all([activeMediators(db), enrolledMerchants(db)]);
  return { mediators: mediators.map(({ id, name }) => ({ id, name })), merchants };
}

/** A row as lists show it: nobody is awaited once it is over. */
function withoutTurn({ cursor: _, ...row }: OfficeDossier & { cursor: string }): OfficeDossier {
  return over.includes(row.status) ? { ...row, turn: null, turnSince: null } : row;
}

export type OverseenDossier = Pick<OfficeDossier, 'id' | 'number' | 'status' | 'turn' | 'merchantName'> & {
  /** Once it was asked for: who leads it; `open`: somebody may still be named. */
  mediation: { mediator: string | null; open: boolean } | null;
  history: HistoryEntry[];
  ending: DossierEnding | null;
  documents: OfficialDocuments;
  /** Whether its content may be read for a reason, and until when this officer reads it. */
  content: { mayOpen: boolean; until: string | null };
  watched: Watched | null;
  /** Since when somebody represents the consumer, which the Office may end; null when nobody does. */
  representedSince: string | null;
};

/** One dossier as its own pages show it to an officer. @throws AppError `access.not_found`. */
export async function officeDossier(
  deps: Pick<ServiceDeps, 'db' | 'now' | 'engine' | 'env'>,
  officer: CurrentUser,
  dossierId: string,
): Promise<OverseenDossier> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { summaryRow, state, now } = opened;
  const [history, ending, documents, watched] = await Promise.all([
    historyOf(deps, opened),
    endingOf(deps, opened),
    officialDocuments(deps, opened),
    watch(deps, opened),
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
    content: { mayOpen: actionFor(state, opened, 'breakGlass').allowed, until: opened.reading },
    watched,
    representedSince: actionFor(state, opened, 'removeRepresentative').allowed
      ? (state.representative?.activeAt ?? null)
      : null,
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

/** Ends the representation of the consumer (A-18). @throws AppError `representative.none`, the rules' refusals. */
export async function revokeRepresentative(
  deps: Pick<ServiceDeps, 'engine'>,
  officerId: string,
  { dossierId, key }: { dossierId: string; key: string },
): Promise<void> {
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'removeRepresentative', by: { role: 'officer', userId: officerId } },
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
