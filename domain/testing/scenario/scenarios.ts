import type { Place } from '../people.ts';
import type { Step } from './step.ts';

/** Steps from the opening of a dossier on, in their order. Any runner plays them. */
export type Scenario = readonly Step<Place>[];

export const draft: Scenario = [{ by: 'consumer', act: 'createDossier' }];

export const expired: Scenario = [...draft, { by: 'system', act: 'passDeadline', kind: 'draftExpiry' }];

export const submitted: Scenario = [...draft, { by: 'consumer', act: 'submitDossier' }];

/** In charge: the clerk. Open: the consumer's first proposal. */
export const inNegotiation: Scenario = [...submitted, { by: 'clerk', act: 'takeCharge' }];

/** Open: the merchant's proposal, which supersedes the consumer's. */
export const countered: Scenario = [...inNegotiation, { by: 'clerk', act: 'propose' }];

export const mediationRequested: Scenario = [...countered, { by: 'consumer', act: 'requestMediation' }];

/** The merchant's proposal is frozen; who is named to mediate reads nothing yet. */
export const mediatorNamed: Scenario = [
  ...mediationRequested,
  { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
];

/** The mediator reads and writes. */
export const inMediation: Scenario = [...mediatorNamed, { by: 'mediator', act: 'declareNoConflict' }];

/** Open: the mediator's. */
export const mediatorProposed: Scenario = [...inMediation, { by: 'mediator', act: 'propose' }];

/** From then on the friend acts for the consumer; may follow any other scenario that has not ended. */
export const representation: Scenario = [
  { by: 'consumer', act: 'nameRepresentative' },
  { by: 'friend', act: 'acceptInvitation' },
];

export const agreed: Scenario = [...inNegotiation, { by: 'clerk', act: 'acceptProposal' }];

export const agreedInMediation: Scenario = [
  ...mediatorProposed,
  { by: 'consumer', act: 'acceptProposal' },
  { by: 'clerk', act: 'acceptProposal' },
];

/** The mediator may close. */
export const closingAnnounced: Scenario = [
  ...inMediation,
  { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
];

export const failed: Scenario = [...closingAnnounced, { by: 'mediator', act: 'closeMediation' }];

export const closedByConsumer: Scenario = [...inNegotiation, { by: 'consumer', act: 'closeDossier' }];

export const refused: Scenario = [...submitted, { by: 'clerk', act: 'refuseToNegotiate' }];
