import { AppError } from '#contracts/errors.ts';
import { absencesByMediator } from '#db/absences/absences.ts';
import { mediatorsFor } from '#db/directory/mediators.ts';
import { dossierEvents } from '#db/dossiers/history.ts';
import type { Language } from '#content/texts/index.ts';
import { absenceInTheWay, type Absence } from '#domain/absence/absence.ts';
import { bestFirst, inField, reasonsFor, type InField, type Reason } from '#domain/assignment/suggestion.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { mayBeNamed } from '#domain/dossier/state/parties.ts';
import type { Side } from '#domain/dossier/types.ts';
import { canKnowRecusalReason } from '#domain/visibility/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

/** Who could lead a mediation; counts are of dossiers. */
export type Candidate = {
  id: string;
  name: string;
  accreditation: string;
  language: Language;
  /** Whether the kind of problem is their field. */
  field: InField;
  /** Mediations under way. */
  load: number;
  /** Earlier ones with the same merchant. */
  earlier: number;
  /** The absence for which no new mediation is suggested to this person (F-137). */
  away: Absence | null;
  suggested: boolean;
};

type Recusal = { name: string; at: string; reason: string };

/** What an officer reads before naming a mediator: process data, never what was said (requirements §6). */
export type Assignment = {
  id: string;
  number: string;
  merchantName: string;
  problemKind: string;
  language: Language;
  requestedAt: string | null;
  proposals: Record<Side, number>;
  current: { id: string; name: string } | null;
  /** Who handed the dossier back, when and why, newest first: they are not offered again (ADR 49). */
  recusals: Recusal[];
  /** Best first. */
  candidates: Candidate[];
  /** Why the suggested one comes first. */
  reasons: Reason[];
};

/** @throws AppError `access.not_found`; `mediation.not_requested`, `dossier.closed` when nobody is to be named. */
export async function assignmentOf(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  officer: CurrentUser,
  dossierId: string,
): Promise<Assignment> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { summaryRow, state, now } = opened;
  if (state.closing) throw new AppError('dossier.closed');
  if (!state.mediation) throw new AppError('mediation.not_requested');
  const currentId = state.mediation.mediatorId;
  const { consumerLanguage: language } = summaryRow;
  const today = todayInQuebec(now);
  const [rows, absences, recusals] = await Promise.all([
    mediatorsFor(deps.db, { merchantId: state.merchantId, dossierId }),
    absencesByMediator(deps.db, today),
    recusalsOf(deps, opened),
  ]);
  const made = (side: Side): number => state.proposals.filter(({ author }) => author === side).length;
  const free = rows.filter(({ id }) => mayBeNamed(state, id));
  const candidates = bestFirst(
    free.map(({ id, name, accreditation, language: speaks, fields, mediations: load, earlier }) => ({
      id,
      name,
      accreditation,
      language: speaks,
      field: inField(fields, summaryRow.problemKind),
      load,
      earlier,
      away: absenceInTheWay(absences.get(id) ?? [], today),
    })),
    language,
  );
  return {
    id: dossierId,
    number: summaryRow.number,
    merchantName: summaryRow.merchant.name,
    problemKind: summaryRow.problemKind,
    language,
    requestedAt: state.mediation.requestedAt,
    proposals: { consumer: made('consumer'), merchant: made('merchant') },
    current: currentId === null ? null : { id: currentId, name: summaryRow.mediator?.name ?? '' },
    recusals,
    candidates,
    reasons: reasonsFor(candidates.find(({ suggested }) => suggested)?.id ?? null, candidates, language),
  };
}

async function recusalsOf({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<Recusal[]> {
  const rows = await dossierEvents(db, { dossierId: opened.summaryRow.id, types: ['mediatorRecused'] });
  return rows.flatMap(({ event, actorName }) =>
    event.type === 'mediatorRecused' && canKnowRecusalReason(opened.state, opened, event)
      ? [{ name: actorName ?? '', at: event.at, reason: event.reason }]
      : [],
  );
}

/** Names a mediator, or another one (F-121). @throws AppError the rules' refusals; `mediator.not_available` for whom the page does not offer. */
export async function assignMediator(
  deps: Pick<ServiceDeps, 'db' | 'now' | 'engine'>,
  officer: CurrentUser,
  {
    dossierId,
    mediatorId,
    replaces,
    key,
  }: { dossierId: string; mediatorId: string; replaces: string | null; key: string },
): Promise<void> {
  const { state } = await loadDossier(deps, officer, dossierId);
  const rows = await mediatorsFor(deps.db, { merchantId: state.merchantId, dossierId });
  if (!rows.some(({ id }) => id === mediatorId)) throw new AppError('mediator.not_available');
  await deps.engine.command(dossierId, {
    key,
    command: {
      type: 'assignMediator',
      mediatorId,
      replaces,
      mustDeclare: true,
      unlessRecused: true,
      by: { role: 'officer', userId: officer.id },
    },
  });
}
