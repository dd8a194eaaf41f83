import type { Contact } from '#db/dossiers/identity.ts';
import { dossierForm } from '#db/filing/draft-form.ts';
import { actionFor, isRepresented } from '#domain/dossier/index.ts';
import type { ProblemForm } from '#domain/problem/types.ts';
import type { ServiceDeps } from '../../deps.ts';
import { endingOf, type DossierEnding } from './ending.ts';
import { leavingOf, type Leaving } from './leaving.ts';
import { historyOf, maxHistory, type HistoryEntry } from './history.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

export type DossierSummary = {
  ending: DossierEnding | null;
  leaving: Leaving | null;
  /** Null for those who may not read the summary. */
  parties: SummaryParties | null;
  /** What can be done about the consumer's representation; null for those who can do nothing. */
  representation: Representation | null;
  problem: ProblemForm | null;
  /** What the Office may know of a dossier's content: its kind, its merchant, numbers (requirements §6, F-005). */
  office: { merchant: string; problemKind: string; proposals: number; documents: number } | null;
  history: HistoryEntry[];
  /** Set when only so many entries are listed. */
  historyCut: number | null;
};

export type SummaryParties = {
  consumer: Contact;
  /** An invited one is named to the consumer's side only. */
  representative: { name: string; email: string; phone: string; relationship: string; active: boolean } | null;
  merchant: Contact;
  /** The branch and the person that the consumer named. */
  branch: string;
  contactPerson: string;
  /** Who has charge of it for the merchant. */
  handler: { name: string; jobTitle: string; email: string; phone: string } | null;
  respondent: string | null;
  /** The dossier is over: whoever did not take charge will not. */
  over: boolean;
  /** After an agreement, while the parties write to each other about it: somebody of the company is to answer (F-103). */
  answering: boolean;
  mediator: { name: string; accreditation: string } | null;
};

export type Representation =
  /** Nobody represents the consumer. */
  | { stand: 'none' }
  /** The reader represents `consumer`. */
  | { stand: 'reader'; consumer: string }
  | { stand: 'someone'; name: string };

/** « Résumé du dossier » (F-032, F-082): contact details, the problem, how the dossier ended, what happened. */
export async function dossierSummary(deps: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<DossierSummary> {
  const { summaryRow, state } = opened;
  const reads = opened.can('summary');
  const [form, history, ending, leaving] = await Promise.all([
    reads ? dossierForm(deps.db, summaryRow.id) : null,
    historyOf(deps, opened, { limit: maxHistory + 1 }),
    endingOf(deps, opened),
    leavingOf(deps, opened),
  ]);
  return {
    ending,
    leaving,
    parties: reads ? partiesOf(opened, form?.parties ?? {}) : null,
    representation: representationOf(opened),
    problem: form ? form.problem : null,
    office:
      opened.actor.role === 'officer'
        ? {
            merchant: summaryRow.merchant.name,
            problemKind: summaryRow.problemKind,
            proposals: state.proposals.length,
            documents: summaryRow.documentsCount,
          }
        : null,
    history: history.slice(0, maxHistory),
    historyCut: history.length > maxHistory ? maxHistory : null,
  };
}

function partiesOf(
  { summaryRow, state, side, phase }: OpenDossier,
  form: { merchantBranch?: string; merchantContact?: string },
): SummaryParties {
  const { consumer, merchant, handler, mediator, representative } = summaryRow;
  const active = isRepresented(state);
  return {
    consumer,
    representative: representative && (active || side === 'consumer') ? { ...representative, active } : null,
    merchant,
    branch: form.merchantBranch ?? '',
    contactPerson: form.merchantContact ?? '',
    handler,
    respondent: summaryRow.respondent?.name ?? null,
    over: state.closing !== null,
    answering: phase === 'afterAgreement',
    mediator,
  };
}

function representationOf({ state, actor, now, side, summaryRow }: OpenDossier): Representation | null {
  if (side !== 'consumer') return null;
  if (actionFor(state, { actor, now }, 'nameRepresentative').allowed) return { stand: 'none' };
  if (!actionFor(state, { actor, now }, 'removeRepresentative').allowed) return null;
  return actor.role === 'consumerRepresentative'
    ? { stand: 'reader', consumer: summaryRow.consumer.name }
    : { stand: 'someone', name: summaryRow.representative?.name ?? '' };
}
