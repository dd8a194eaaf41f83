/** A reader of a dossier, as the visibility matrix (requirements §6) sorts them. */
export type ReaderRole =
  | 'consumer'
  /** The consumer in person while an active representative acts: reads, adds documents, revokes (L218). */
  | 'representedConsumer'
  | 'consumerRepresentative'
  | 'respondent'
  /** The merchant's member in charge of this dossier. */
  | 'handler'
  | 'otherMerchantRepresentative'
  | 'mediator'
  /** Who was named to mediate and has not declared yet that nothing stands against it (ADR 31). */
  | 'assignedMediator'
  | 'officer'
  /** An officer who gave a reason to read the content of this dossier, for as long as that lasts (A-30, ADR 37). */
  | 'readingOfficer'
  /** Anyone else, signed in or not. */
  | 'stranger';

/** What can be looked at, row by row of the matrix. */
export type Resource =
  /** Who is concerned: names of the parties, the dossier's number, the kind of problem. */
  | 'identities'
  /** How to reach the parties and who acts for them: name, e-mail, telephone, postal address (F-136). */
  | 'contacts'
  | 'draft'
  | 'summary'
  | 'documents'
  | 'negotiationProposals'
  | 'negotiationMessages'
  /** Messages of the negotiation that a side chose to show the mediator. */
  | 'sharedMessages'
  | 'mediationRoom'
  | 'consumerCaucus'
  | 'merchantCaucus'
  | 'mediatorProposals'
  | 'consumerAcceptance'
  | 'merchantAcceptance'
  | 'closing'
  | 'agreement'
  | 'attestation';

/** `metadata`: counts, dates and codes, never content. `write` includes `read`. */
export type Access = 'write' | 'read' | 'metadata' | 'none';

/**
 * What the table distinguishes in a dossier's life.
 * - `negotiation`: also while mediation is requested and no mediator is assigned.
 * - `afterAgreement`: the 90 days of messages (F-103); `agreement` after them.
 * - `withoutAgreement`: closed by refusal, withdrawal or failed mediation.
 */
export type Phase =
  | 'draft'
  | 'expired'
  | 'submitted'
  | 'negotiation'
  | 'mediation'
  | 'afterAgreement'
  | 'agreement'
  | 'withoutAgreement'
  | 'purged';
