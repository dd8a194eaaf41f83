import { codeOf, execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';

export type TakeChargeFacts = {
  merchant: string;
  /** Account that has charge. A person who has left the company is replaced without being named. */
  replaces: string | null;
  handler: string | null;
  /** Who has charge is the respondent, who keeps the parties' conversation (requirements §6). */
  ofRespondent: boolean;
  /** The respondent is told too, being neither of the two. */
  respondentTold: boolean;
  mediation: boolean;
  /** Who mediates, and may read it, is told who speaks for the company. */
  mediatorTold: boolean;
  /** After an agreement: until when the parties write to each other (F-103), and nothing else is to be done. */
  messagesUntil: string | null;
};

/** @throws AppError the rules' reason when this person cannot take charge now. */
export function takeChargeForm(_deps: unknown, opened: OpenDossier): TakeChargeFacts {
  demandAction(opened, 'takeCharge');
  const { summaryRow, state, actor, phase } = opened;
  const { merchant, handler, respondent } = summaryRow;
  const ofRespondent = handler !== null && handler.email === respondent?.email;
  return {
    merchant: merchant.name,
    replaces: state.handlerId,
    handler: handler?.name ?? null,
    ofRespondent,
    respondentTold: !ofRespondent && actor.role !== 'respondent',
    mediation: state.status === 'mediation',
    mediatorTold: state.status === 'mediation' && state.mediation.declaredAt !== null,
    messagesUntil: phase === 'afterAgreement' ? state.messagesOpenUntil : null,
  };
}

/** Takes charge of a dossier (F-084, F-087); `replaces` is whom the person saw in charge. Repeated, it has no further effect. */
export async function takeCharge(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, replaces }: { key: string; replaces: string | null },
): Promise<void> {
  try {
    await execute(deps, opened, { key, command: { type: 'takeCharge', replaces } });
  } catch (error) {
    if (codeOf(error) !== 'dossier.already_in_charge') throw error;
  }
}
