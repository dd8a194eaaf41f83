import type { ProposalContent } from '#domain/agreement/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
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
export type StoryFile = { key: string; kind: string; fileName: string; title: string } & (
  { paper: Paper } | { photo: Shot }
);

/** One act of a dispute after its submission (or while it is a draft, for a representative). */
export type Act = { by: PersonKey } & (
  | { act: 'nameRepresentative'; person: PersonKey; relationship: string }
  | { act: 'acceptInvitation' }
  | { act: 'takeCharge' }
  | { act: 'refuse'; reason: string; justification: string }
  | { act: 'propose'; proposal: ProposalContent }
  | { act: 'edit'; proposal: ProposalContent }
  | { act: 'accept' }
  | { act: 'message'; thread: Thread; body: string }
  | { act: 'close'; reason: string; justification: string }
  | { act: 'requestMediation' }
  | { act: 'assignMediator'; mediator: PersonKey }
  | { act: 'closeMediation'; reason: string; justification: string; nature: string }
);

/** A dispute from beginning to end. */
export type Story = {
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
  files: StoryFile[];
  submits: boolean;
  acts: Act[];
};

/** A story is told from a calendar, so that its dates are always recent. */
export type Tell = (calendar: Calendar) => Story;
