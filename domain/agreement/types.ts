import type { Author, Instant, Side } from '../dossier/types.ts';

/** Codes of §9.4, in the order they are offered. */
export const remedyCodes = [
  'livraison',
  'reparation',
  'echange',
  'correction_service',
  'tiers',
  'reduction',
  'remboursement_total',
  'remboursement_partiel',
  'resiliation',
  'resolution',
  'credit',
  'garantie',
  'reprise',
  'dommages',
  'rectification',
  'excuses',
  'autre',
] as const;

export type RemedyCode = (typeof remedyCodes)[number];

/** Value of a remedy's field: money is an integer of cents, a date is `YYYY-MM-DD`, a choice is its code, a document is its id. */
export type FieldValue = string | number | boolean;

/** A remedy ticked in a proposal with its own fields (F-063, F-126). */
export type Remedy = { code: RemedyCode; values: Record<string, FieldValue> };

/** One field of a remedy. Labels are in content/lists under the same names. */
export type RemedyField = {
  name: string;
  type: 'date' | 'money' | 'text' | 'longText' | 'yesNo' | 'choice' | 'document' | 'percent';
  required: boolean;
  /** A required field may stay empty when this other field is filled (an amount or a percentage). */
  unless?: string;
  /** The yes-or-no field before it that this one completes: asked after a yes, left out otherwise. */
  follows?: string;
  /** Dates are today or later, except where the past makes sense (the end of a contract already ended). */
  mayBePast?: true;
  /** Codes, for `choice`. */
  choices?: readonly string[];
  /** Longest text accepted, in characters. */
  max?: number;
};

/** What people wrote in a proposal; `terms` appears verbatim in the agreement (F-065). */
export type ProposalContent = { remedies: Remedy[]; terms: string };

/** A party as an agreement names it. */
export type PartyView = {
  side: Side;
  name: string;
  address: string;
  email: string;
  phone: string;
  actedBy: string | null;
};

/**
 * The agreement, final or draft, before any rendering: pages show it as a preview (F-094, A-14) and documents print it (F-101).
 */
export type AgreementModel = {
  dossierNumber: string;
  proposalVersion: number;
  author: Author;
  consumer: PartyView;
  merchant: PartyView;
  /** Name of the mediator when the agreement comes out of mediation. */
  mediator: string | null;
  problemTitle: string;
  remedies: Remedy[];
  terms: string;
  /** Who made this version, which binds its author once accepted; null while it is a draft. */
  proposedBy: { name: string; role: string; at: Instant } | null;
  /** Empty while it is a draft. */
  acceptances: { side: Side; name: string; role: string; at: Instant }[];
  concludedAt: Instant | null;
};
