import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { ClosingForm } from '#contracts/schemas/closing.ts';
import type { ServiceDeps } from '../../deps.ts';
import { fileDraft, type OtherDraft } from '../open-dossier/drafts.ts';
import { justificationDraft, startedJustification } from '../open-dossier/justification.ts';
import { otherParty, type Named } from '../open-dossier/party-names.ts';
import { demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** The ways in which a party ends a dossier, or leaves its mediation: before take-over, after it, in mediation (A-07, F-104, A-08). */
export type ClosingKind = 'refuseToNegotiate' | 'closeDossier' | 'withdrawFromMediation';

const lists = {
  refuseToNegotiate: 'refusalReasons',
  closeDossier: 'partyClosingReasons',
  withdrawFromMediation: 'partyClosingReasons',
} as const;

export type ClosingFormFacts = {
  other: Named;
  /** List of the reasons that may be given. */
  reasons: (typeof lists)[ClosingKind];
  justificationId: string;
  justification: string;
  /** Mark of the justification that is shown. */
  base: string;
  /** Other texts that this person kept for it. */
  others: OtherDraft[];
  /** A mediation that nobody leads yet, or any more: whoever will lead it reads what is written now. */
  unled: boolean;
  /** A mediation that nobody has ever led: no attestation comes of it. */
  neverLed: boolean;
};

/** Who beside the other side is told that a side leaves the mediation: who leads it, the Office while nobody is named, nobody before the declaration. */
type ToldOfLeaving = 'mediator' | 'office' | 'nobodyElse';

/** @throws AppError the rules' reason when this person cannot end the dossier so now. */
export async function closingForm(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  kind: ClosingKind,
): Promise<ClosingFormFacts> {
  demandAction(opened, kind);
  const { id, body, base, others } = await startedJustification(deps, opened, kind);
  return {
    other: otherParty(opened),
    reasons: lists[kind],
    justificationId: id,
    justification: body,
    base,
    others,
    unled: kind === 'withdrawFromMediation' && !opened.state.mediation?.declaredAt,
    neverLed: kind === 'withdrawFromMediation' && opened.state.mediation?.ledBy.length === 0,
  };
}

/**
 * Closes a dossier, refuses to negotiate, or leaves the mediation, with a reason of the list and a justification that the other side reads.
 *
 * @returns of a side that leaves, who else is told; null of every other end.
 * @throws AppError with the rule's code; `value.invalid` for a reason that is not of the list.
 */
export async function close(
  deps: Pick<ServiceDeps, 'db' | 'engine'>,
  opened: OpenDossier,
  { kind, key, form }: { kind: ClosingKind; key: string; form: ClosingForm },
): Promise<ToldOfLeaving | null> {
  if (!isCode(lists[kind], form.reason)) throw new AppError('value.invalid');
  const { reason } = form;
  await fileDraft(deps, opened, {
    draft: justificationDraft(opened, { kind, form }),
    key,
    command: (justificationId) => ({ type: kind, reason, justificationId }),
    otherwise: 'refused',
    done: async () => {
      const state = await deps.engine.state(opened.summaryRow.id);
      return (kind === 'withdrawFromMediation' ? state?.mediation?.withdrawal : state?.closing)?.reason === reason;
    },
  });
  if (kind !== 'withdrawFromMediation') return null;
  const { mediation } = opened.state;
  if (!mediation?.mediatorId) return 'office';
  return mediation.declaredAt ? 'mediator' : 'nobodyElse';
}
