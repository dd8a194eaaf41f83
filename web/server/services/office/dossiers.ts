import type { Language, Translate } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { dossiersOverseen } from '#db/dossiers/oversight.ts';
import { endOfDay } from '#domain/calendar/civil-day.ts';
import type { Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { turn } from '#domain/dossier/turn.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Position } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { officialDocuments } from '../dossier/documents.ts';
import { factsOf } from '../dossier/facts.ts';
import { openDossier } from '../dossier/reader.ts';
import { closingOf } from '../dossier/summary.ts';

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

/** Dossiers of a status (all without one), last changed first, fifty a page; with the position after the page when there are more. */
export async function officeDossiers(
  deps: ServiceDeps,
  { status, after }: { status: string | null; after: Position | null },
): Promise<{ rows: OfficeDossier[]; next: Position | null }> {
  const rows = await dossiersOverseen(deps.db, { status, after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ cursor: _, ...row }) =>
      over.includes(row.status) ? { ...row, turn: null, turnSince: null } : row,
    ),
    next: last ? { at: last.cursor, id: last.id } : null,
  };
}

/** One dossier as its own pages show it to an officer. @throws AppError `access.not_found`. */
export async function officeDossier(
  deps: ServiceDeps,
  officer: CurrentUser,
  dossierId: string,
  language: Language,
  t: Translate,
) {
  const opened = await openDossier(deps.db, officer, dossierId, deps.now().toISOString());
  const { head, state, now } = opened;
  const [facts, closing, documents] = await Promise.all([
    factsOf(deps.db, opened, language, t),
    closingOf(deps.db, opened, language, t),
    officialDocuments(deps.db, opened, language, t),
  ]);
  return {
    id: head.id,
    number: head.number,
    status: state.status,
    turn: over.includes(state.status) ? null : turn(state, now).who,
    merchantName: head.merchant.name,
    facts,
    closing,
    documents,
  };
}

/** More time for a draft, to the last moment of a civil day (A-05). @throws AppError `value.invalid`, the rules' refusals. */
export async function extendDraft(
  deps: ServiceDeps,
  officerId: string,
  dossierId: string,
  day: string,
  key: string,
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
  deps: ServiceDeps,
  officerId: string,
  dossierId: string,
  side: Side,
  key: string,
): Promise<void> {
  await deps.engine.command(dossierId, {
    key,
    command: { type: 'nudge', side, by: { role: 'officer', userId: officerId } },
  });
}
