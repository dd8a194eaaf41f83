/** A reader of a dossier, as the visibility matrix (requirements §6) sorts them. */
export type Viewer =
  | 'consumer'
  | 'consumerRepresentative'
  | 'respondent'
  /** The merchant's member in charge of this dossier. */
  | 'handler'
  | 'otherMerchantRepresentative'
  | 'mediator'
  | 'officer'
  /** Anyone else, signed in or not. */
  | 'stranger';

/** What can be looked at, row by row of the matrix. */
export type Thing =
  | 'draft'
  | 'summary'
  | 'documents'
  | 'negotiationProposals'
  | 'negotiationMessages'
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
