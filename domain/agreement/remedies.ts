import type { RemedyCode, RemedyField } from './types.ts';

/** Longest free text of a proposal, in characters (F-065, F-128). */
export const maxTermsLength = 10_000;

/** Largest amount that may be claimed, in cents: a million dollars, far above the ceiling of small claims. */
export const maxAmount = 100_000_000;

/** Who bears a cost. */
const payers = ['merchant', 'consumer', 'shared'] as const;

/** How money is given back; also the ways of paying of content/lists. */
const refundMethods = ['original', 'transfer', 'cheque', 'cash', 'account'] as const;

const deadline: RemedyField = { name: 'deadline', type: 'date', required: true };
const optionalDate: RemedyField = { name: 'date', type: 'date', required: false };
const amount: RemedyField = { name: 'amount', type: 'money', required: true };
const method: RemedyField = { name: 'method', type: 'choice', required: false, choices: refundMethods };
const description: RemedyField = { name: 'description', type: 'longText', required: true, max: 2000 };

/**
 * The fields of every remedy of §9.4, in the order they are asked; a starred field of the requirements is `required`. Labels are
 * in content/lists under `remedyFields`, as `<remedy>.<field>`, and choices under `remedyChoices`, as `<field>.<choice>`.
 */
export const remedyFields: Record<RemedyCode, readonly RemedyField[]> = {
  livraison: [deadline, { name: 'address', type: 'text', required: false, max: 300 }],
  reparation: [
    deadline,
    { name: 'place', type: 'text', required: false, max: 300 },
    { name: 'transportBy', type: 'choice', required: false, choices: payers },
    { name: 'loaner', type: 'yesNo', required: false },
  ],
  echange: [
    { name: 'equivalence', type: 'choice', required: true, choices: ['identical', 'equivalent'] },
    deadline,
    { name: 'takeBack', type: 'yesNo', required: false },
  ],
  correction_service: [description, deadline],
  tiers: [
    { name: 'maximum', type: 'money', required: true },
    { name: 'provider', type: 'text', required: false, max: 300 },
    optionalDate,
  ],
  reduction: [
    { ...amount, unless: 'percent' },
    { name: 'percent', type: 'percent', required: false },
    method,
    optionalDate,
  ],
  remboursement_total: [
    amount,
    method,
    deadline,
    { name: 'returnGood', type: 'yesNo', required: false },
    { name: 'returnFeesBy', type: 'choice', required: false, choices: payers, follows: 'returnGood' },
  ],
  remboursement_partiel: [amount, method, deadline],
  resiliation: [
    { name: 'effectiveDate', type: 'date', required: true, mayBePast: true },
    { name: 'noFee', type: 'yesNo', required: false },
    { name: 'balance', type: 'money', required: false },
  ],
  resolution: [
    { name: 'effectiveDate', type: 'date', required: true, mayBePast: true },
    { name: 'restitution', type: 'longText', required: true, max: 2000 },
  ],
  credit: [
    amount,
    { name: 'expires', type: 'yesNo', required: false },
    { name: 'expiryDate', type: 'date', required: true, follows: 'expires' },
  ],
  garantie: [
    { name: 'duration', type: 'text', required: true, max: 200 },
    { name: 'scope', type: 'longText', required: false, max: 2000 },
  ],
  reprise: [
    { name: 'date', type: 'date', required: true },
    { name: 'feesBy', type: 'choice', required: false, choices: payers },
  ],
  dommages: [
    amount,
    { name: 'harm', type: 'longText', required: true, max: 2000 },
    { name: 'document', type: 'document', required: true },
  ],
  rectification: [description, optionalDate],
  excuses: [{ name: 'text', type: 'longText', required: false, max: 2000 }],
  autre: [description],
};

/** Money fields whose sum is what the merchant would give the consumer; a balance or fee is not. */
export const moneyToConsumer: readonly string[] = ['amount', 'maximum'];

/**
 * Pairs that can rarely be performed together for one good or service. They are flagged and not forbidden: a dispute may be about two goods.
 */
export const incompatiblePairs: readonly (readonly [RemedyCode, RemedyCode])[] = [
  ['remboursement_total', 'livraison'],
  ['remboursement_total', 'reparation'],
  ['remboursement_total', 'echange'],
  ['remboursement_total', 'correction_service'],
  ['remboursement_total', 'tiers'],
  ['remboursement_total', 'reduction'],
  ['remboursement_total', 'remboursement_partiel'],
  ['remboursement_total', 'garantie'],
  ['resolution', 'livraison'],
  ['resolution', 'reparation'],
  ['resolution', 'echange'],
  ['resolution', 'correction_service'],
  ['resolution', 'tiers'],
  ['resolution', 'reduction'],
  ['resolution', 'resiliation'],
  ['resolution', 'garantie'],
  ['reparation', 'echange'],
  ['reprise', 'livraison'],
  ['reprise', 'reparation'],
];
