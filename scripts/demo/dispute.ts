import type { ProposalContent } from '#domain/agreement/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import type { WordedStep } from '#domain/testing/scenario/step.ts';
import type { Paper } from './files/paper.ts';
import type { Shot } from './files/photo.ts';
import type { MerchantKey } from './merchants.ts';
import type { PersonKey } from './people.ts';

/** Civil days relative to the moment of seeding: negative is past. */
export type Calendar = {
  /** `YYYY-MM-DD`. */
  day(offset: number): string;
  /** « 12 mars » or "March 12", as people write it in a message. */
  said(offset: number): string;
};

/** A file joined to a dossier. `kind` is a code of content/lists; `key` lets a remedy name it as `@key`. */
export type DisputeFile = { key: string; kind: string; fileName: string; title: string } & (
  { paper: Paper } | { photo: Shot }
);

/** What the demonstration tells of a dispute after its submission (or while it is a draft, for a representative). */
type Told =
  | 'nameRepresentative'
  | 'acceptInvitation'
  | 'takeCharge'
  | 'refuseToNegotiate'
  | 'propose'
  | 'editProposal'
  | 'acceptProposal'
  | 'postMessage'
  | 'closeDossier'
  | 'requestMediation'
  | 'assignMediator'
  | 'declareNoConflict'
  | 'closeMediation';

/** A step of the one language of scenarios (domain/testing/scenario), by someone of the demonstration and in their words. */
export type DemoStep = WordedStep<Told, PersonKey, ProposalContent>;

/** A dispute from beginning to end. */
export type Dispute = {
  key: string;
  language: 'fr' | 'en';
  consumer: PersonKey;
  merchant: MerchantKey;
  /** What the officer noted when the code was asked for: code of content/lists. */
  problemKind: string;
  parties: PartiesForm;
  problem: ProblemForm;
  proposal: ProposalContent;
  /** Joined to the draft. */
  files: DisputeFile[];
  submits: boolean;
  /** How many days before the demonstration is started all this happened (past.ts); nothing has happened since. */
  daysAgo?: number;
  steps: DemoStep[];
};

/** A dispute is told from a calendar, so that its dates are always recent. */
export type Tell = (calendar: Calendar) => Dispute;
