import { AppError } from '#contracts/errors.ts';
import { mediatorsToChoose } from '#db/directory/mediators.ts';
import { merchantsToChoose } from '#db/directory/merchants.ts';
import { dossiersFound, dossiersOverseen, type OverseenFilter, type OverseenOrder } from '#db/dossiers/oversight.ts';
import { referralsOfDossier, type ReferralRow } from '#db/referrals/issued-codes.ts';
import { endOfDay } from '#domain/calendar/civil-day.ts';
import { accessOf } from '#domain/access/index.ts';
import type { Author, Side, Status, TurnHolder } from '#domain/dossier/types.ts';
import { actionFor } from '#domain/dossier/index.ts';
import { turn } from '#domain/dossier/turn.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { officialDocuments, type OfficialDocuments } from '../dossier/documents/documents.ts';
import { endingOf, type DossierEnding } from '../dossier/summary/ending.ts';
import { historyOf, maxHistory, type HistoryEntry } from '../dossier/summary/history.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';
import { watch, type Watched } from './engine.ts';
import { followUpOf, type FollowUp } from './follow-up.ts';
import { orGone } from './or-gone.ts';

export type { OverseenOrder };

/** A dossier as the Office sees it in its list: its course, never its content (requirements §6). */
export type OfficeDossier = {
  id: string;
  number: string;
  status: Status;
  /** Null once it is over: nobody is awaited. */
  turn: TurnHolder | null;
  turnSince: string | null;
  merchantName: string;
  createdAt: string;
  /** Of the last change that the Office may know of (domain/access). */
  changedAt: string;
};

const over: readonly Status[] = ['closed', 'expired', 'purged'];
/** What the list is narrowed to, as its address says; `days`: for how long the dossier has been there. */
export type DossiersFilter = Omit<OverseenFilter, 'before'> & { days: number | null };

type ListDeps = Pick<ServiceDeps, 'db' | 'limits' | 'now'> & { cursors: Cursors };
type Asked = ListAsked<DossiersFilter, OverseenOrder>;

/** Dossiers as a filter narrows them, in the order asked, fifty a page; `after` and `next` as addresses carry them. */
export async function officeDossiers(
  deps: ListDeps,
  { officerId, filter, order, after }: Asked & { officerId: string },
): Promise<{ rows: OfficeDossier[]; next: string | null }> {
  const { rows, next } = await pageOf(deps, { list: ['office', officerId, filter, order], after }, (part) =>
    dossiersOverseen(deps.db, { ...narrowed(deps, filter), order, ...part }),
  );
  return { rows: rows.map(withoutTurn), next };
}

/** The same as a file. @throws AppError `rate.acts` for more files than anyone needs. */
export function sendDossiers(
  deps: ListDeps,
  officer: CurrentUser,
  { words, filter, order }: Omit<Asked, 'after'> & { words: FileWords<OfficeDossier> },
): Promise<Response> {
  const at = narrowed(deps, filter);
  return fileOf(deps, officer, {
    read: (part) => dossiersOverseen(deps.db, { ...at, order, ...part }),
    words: (rows) => words(rows.map(withoutTurn)),
  });
}

function narrowed({ now }: Pick<ServiceDeps, 'now'>, { days, ...filter }: DossiersFilter): OverseenFilter {
  return { ...filter, before: days === null ? null : new Date(now().getTime() - days * 86_400_000).toISOString() };
}

/** Dossiers that hold the words of a search (F-005), fifty a page. @throws AppError `rate.acts`. */
export async function searchDossiers(
  deps: ListDeps,
  officer: CurrentUser,
  asked: SearchAsked,
): Promise<{ rows: OfficeDossier[]; next: string | null }> {
  const { rows, next } = await foundPage(deps, officer, {
    ...asked,
    list: ['office'],
    read: (part) => dossiersFound(deps.db, { words: asked.words, ...part }),
  });
  return { rows: rows.map(withoutTurn), next };
}

/** More companies than this are no choice: the page of each leads to its dossiers. */
const mostMerchants = 100;

/** Whom a list may be narrowed to. */
export async function dossierChoices({ db }: Pick<ServiceDeps, 'db'>, { merchantId }: { merchantId: string | null }) {
  const [mediators, merchants] = await Promise.all([
    mediatorsToChoose(db),
    merchantsToChoose(db, { chosen: merchantId, most: mostMerchants }),
  ]);
  return { mediators, merchants };
}

/** A row as lists show it: nobody is awaited once it is over. */
function withoutTurn({ cursor: _, ...row }: OfficeDossier & { cursor: string }): OfficeDossier {
  return over.includes(row.status) ? { ...row, turn: null, turnSince: null } : row;
}

export type OverseenDossier = Pick<
  OfficeDossier,
  'id' | 'number' | 'status' | 'turn' | 'turnSince' | 'merchantName' | 'createdAt'
> & {
  /** How many proposals each made, as far as the Office may count them. */
  proposals: Record<Author, number> | null;
  /** The codes that it was opened with. */
  codes: ReferralRow[];
  /** What was tried to reach its parties, whom to reach, and what comes next. */
  followUp: FollowUp;
  /** Once it was asked for: who leads it; `open`: somebody may still be named. */
  mediation: { mediator: string | null; open: boolean } | null;
  history: HistoryEntry[];
  /** Only so many facts are shown; null when these are all. */
  historyCut: number | null;
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
  { dossierId, whole = false }: { dossierId: string; whole?: boolean },
): Promise<OverseenDossier> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { summaryRow, state, now } = opened;
  const [history, codes, followUp, ending, documents, watched] = await Promise.all([
    historyOf(deps, opened, { limit: whole ? null : maxHistory + 1 }),
    referralsOfDossier(deps.db, { dossierId, now }),
    followUpOf(deps, opened, { whole: false }),
    endingOf(deps, opened),
    officialDocuments(deps, opened),
    watch(deps, opened),
  ]);
  return {
    id: summaryRow.id,
    number: summaryRow.number,
    status: state.status,
    turn: over.includes(state.status) ? null : turn(state, now).who,
    turnSince: over.includes(state.status) ? null : turn(state, now).since,
    createdAt: state.createdAt,
    proposals: proposalsCounted(opened),
    codes,
    followUp,
    merchantName: summaryRow.merchant.name,
    mediation: state.mediation && {
      mediator: state.mediation.mediatorId === null ? null : (summaryRow.mediator?.name ?? ''),
      open: state.closing === null,
    },
    history: whole ? history : history.slice(0, maxHistory),
    historyCut: !whole && history.length > maxHistory ? maxHistory : null,
    ending,
    documents,
    content: { mayOpen: actionFor(state, opened, 'breakGlass').allowed, until: opened.reading },
    watched,
    representedSince: actionFor(state, opened, 'removeRepresentative').allowed
      ? (state.representative?.activeAt ?? null)
      : null,
  };
}

/** A mediator's are counted apart, and the Office sees neither where the table shows it nothing. */
function proposalsCounted(opened: OpenDossier): Record<Author, number> | null {
  const { state } = opened;
  if (accessOf(state, opened, 'negotiationProposals') === 'none') return null;
  const by = (author: Author) => state.proposals.filter((proposal) => proposal.author === author).length;
  const mediated = accessOf(state, opened, 'mediatorProposals') === 'none' ? 0 : by('mediator');
  return { consumer: by('consumer'), merchant: by('merchant'), mediator: mediated };
}

/**
 * More time for a draft, to the last moment of a civil day (A-05).
 *
 * @throws AppError `value.invalid`, `form.gone` once it was sent, the rules' refusals.
 */
export async function extendDraft(
  deps: Pick<ServiceDeps, 'engine'>,
  officerId: string,
  { dossierId, day, key }: { dossierId: string; day: string; key: string },
): Promise<void> {
  const until = endOfDay(day);
  if (!until) throw new AppError('value.invalid');
  await orGone(['dossier.not_draft'], () =>
    deps.engine.command(dossierId, {
      key,
      command: { type: 'extendDraft', until, by: { role: 'officer', userId: officerId } },
    }),
  );
}

/** Ends the representation of the consumer (A-18). @throws AppError `form.gone` once nobody represents them, the rules' refusals. */
export async function revokeRepresentative(
  deps: Pick<ServiceDeps, 'engine'>,
  officerId: string,
  { dossierId, key }: { dossierId: string; key: string },
): Promise<void> {
  await orGone(['representative.none'], () =>
    deps.engine.command(dossierId, {
      key,
      command: { type: 'removeRepresentative', by: { role: 'officer', userId: officerId } },
    }),
  );
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
