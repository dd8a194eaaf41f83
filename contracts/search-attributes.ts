/**
 * What operators may search by in the Temporal UI. Plain text and eventually consistent: ids, codes and instants only,
 * and never the source of a page. Types are Temporal's (`IndexedValueType`).
 */
export const searchAttributes = {
  /** By which the dossier is named in the list: « 2026-004182 ». */
  DossierNumber: 'KEYWORD',
  DossierStatus: 'KEYWORD',
  DossierTurn: 'KEYWORD',
  NextDeadline: 'DATETIME',
  MerchantId: 'KEYWORD',
  MediatorId: 'KEYWORD',
} as const;

export type SearchAttributeName = keyof typeof searchAttributes;
