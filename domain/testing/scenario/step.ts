import type { CommandBody, CommandType, Thread } from '../../dossier/commands.ts';
import type { Policy } from '../../dossier/policy.ts';
import type { ContactWay, DeadlineKind, Instant, MediationReport, Side } from '../../dossier/types.ts';
import type { PersonName } from '../people.ts';

/**
 * What a person says of each command that they give: what they choose and what they write. All that the dossier answers by itself (which
 * proposal, which version, whom one replaces) is left out, and so are ids. A text that is not given has the words of the runner.
 */
type Says<Name, Offer> = {
  createDossier: { policy?: Policy };
  submitDossier: { proposal?: Offer };
  extendDraft: { until: Instant };
  nameRepresentative: { person?: Name; relationship?: string };
  acceptInvitation: object;
  removeRepresentative: object;
  takeCharge: object;
  giveCharge: { to: Name };
  refuseToNegotiate: { reason?: string; justification?: string };
  propose: { proposal?: Offer };
  editProposal: { proposal?: Offer };
  /** `read`: ticks « j’ai lu », as everyone does who is not told otherwise. */
  acceptProposal: { read?: boolean };
  withdrawAcceptance: object;
  askForRevision: object;
  /** `announcesClosing`: the mediator’s announcement, in the discussion space (F-131). */
  postMessage: { thread?: Thread; body?: string; announcesClosing?: true };
  /** The last messages that the person wrote to the other side. */
  shareMessages: { count?: number };
  openCaucus: object;
  addDocument: { title?: string };
  withdrawDocument: { justification?: string };
  closeDossier: { reason?: string; justification?: string };
  requestMediation: object;
  assignMediator: { mediator: Name };
  declareNoConflict: object;
  recuse: { reason?: string; tellParties?: true };
  releaseMediator: object;
  withdrawFromMediation: { reason?: string; justification?: string };
  reportToOffice: { kind?: MediationReport['kind']; side?: Side | null; newTarget?: Instant | null };
  closeMediation: { reason?: string; justification?: string; nature?: string };
  nudge: { side: Side };
  contactSide: { side: Side; way?: ContactWay };
  answerReport: { answer?: CommandOf<'answerReport'>['answer'] };
  breakGlass: { reason?: string; justification?: string };
  endBreakGlass: object;
  /** The moment comes, and the system notices it. */
  passDeadline: { kind: DeadlineKind };
};

/** The command that an act becomes. */
export type CommandOf<A extends CommandType> = Extract<CommandBody, { type: A }>;

/** One act, by the name of its command; without who does it. */
export type ActOf<A extends CommandType, Name = PersonName, Offer = string> = { act: A } & Says<Name, Offer>[A];

/** One step of a scenario: a person does one thing. `Name` says who there is, `Offer` what a proposal is made of. */
export type StepOf<A extends CommandType, Name = PersonName, Offer = string> = { by: Name } & ActOf<A, Name, Offer>;

/** Any act. */
export type Act<Name = PersonName, Offer = string> = { [A in CommandType]: ActOf<A, Name, Offer> }[CommandType];

/** Any step. */
export type Step<Name = PersonName, Offer = string> = { [A in CommandType]: StepOf<A, Name, Offer> }[CommandType];

/** What a step may say beyond its words. */
type Ticks = { announcesClosing?: true; tellParties?: true };

/** A step of these kinds whose every word is given: nothing is left to a runner's own words. */
export type WordedStep<A extends CommandType, Name, Offer> = {
  [Each in A]: Required<Omit<StepOf<Each, Name, Offer>, 'read' | keyof Ticks>> &
    Pick<Ticks, keyof StepOf<Each, Name, Offer> & keyof Ticks>;
}[A];
