import { keysOf, recordOf } from '../known-values.ts';
import type { Thread } from './threads.ts';
import type { Access, Phase, Resource, ReaderRole } from './types.ts';

/** Columns of the table below, in order. */
export const phases = [
  'draft',
  'expired',
  'submitted',
  'negotiation',
  'mediation',
  'afterAgreement',
  'agreement',
  'withoutAgreement',
  'purged',
] as const satisfies readonly Phase[];

export const readerRoles = [
  'consumer',
  'representedConsumer',
  'consumerRepresentative',
  'respondent',
  'handler',
  'otherMerchantRepresentative',
  'mediator',
  'assignedMediator',
  'officer',
  'readingOfficer',
  'stranger',
] as const satisfies readonly ReaderRole[];

/** w: write, r: read, m: metadata, -: none. One letter per phase, in the order of {@link phases}. */
type Letters = string;

const nothing: Letters = '- - - - - - - - -';

/**
 * The visibility matrix (requirements §6, B-04), whole; the Office's columns are A-30, the mediator's F-122. Each row follows the row of the same
 * name there. What a reading for a reason opens to an officer is what that row says, and nothing that was offered or said (ADR 37). Columns:
 * draft, expired, submitted, negotiation, mediation, 90 days after an agreement, agreement, closed without agreement, purged.
 */
const table: Record<Resource, Record<ReaderRole, Letters>> = {
  // All that a mediator sees who has not declared yet (ADR 31); the Office names nobody.
  identities: {
    consumer: 'r r r r r r r r -',
    representedConsumer: 'r r r r r r r r -',
    consumerRepresentative: 'r r r r r r r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r r r r r r -',
    otherMerchantRepresentative: '- - r r r r r r -',
    mediator: '- - - - r r r r -',
    assignedMediator: '- - - - r r r r -',
    officer: 'm m m m m m m m m',
    readingOfficer: 'm m r r r r r r m',
    stranger: nothing,
  },
  // Part of the summary; the Office, which is asked to reach a party, has them while a party may be awaited, and no longer (F-136, A-06, ADR 51).
  contacts: {
    consumer: 'r r r r r r r r -',
    representedConsumer: 'r r r r r r r r -',
    consumerRepresentative: 'r r r r r r r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r r r r r r -',
    otherMerchantRepresentative: '- - r r r r r r -',
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: '- - r r r - - - -',
    readingOfficer: '- - r r r r r r -',
    stranger: nothing,
  },
  // A draft is for the consumer's side only; once submitted it becomes the summary.
  draft: {
    consumer: 'w r - - - - - - -',
    representedConsumer: 'r r - - - - - - -',
    consumerRepresentative: 'w r - - - - - - -',
    respondent: nothing,
    handler: nothing,
    otherMerchantRepresentative: nothing,
    mediator: nothing,
    assignedMediator: nothing,
    officer: 'm m - - - - - - -',
    readingOfficer: 'm m - - - - - - -',
    stranger: nothing,
  },
  // Readable by the whole company before and after take-over (F-082, L258, A-23); the mediator once nothing stands against it (ADR 31).
  summary: {
    consumer: 'r r r r r r r r -',
    representedConsumer: 'r r r r r r r r -',
    consumerRepresentative: 'r r r r r r r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r r r r r r -',
    otherMerchantRepresentative: '- - r r r r r r -',
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: 'm m m m m m m m m',
    readingOfficer: 'm m r r r r r r m',
    stranger: nothing,
  },
  // F-034. « write » is adding one; a represented consumer keeps it (F-072). Nothing is filed after closing.
  documents: {
    consumer: 'w r w w w r r r -',
    representedConsumer: 'w r w w w r r r -',
    consumerRepresentative: 'w r w w w r r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r w w r r r -',
    otherMerchantRepresentative: '- - r r r r r r -',
    mediator: '- - - - w r r r -',
    assignedMediator: nothing,
    officer: 'm m m m m m m m -',
    readingOfficer: 'm m r r r r r r -',
    stranger: nothing,
  },
  // Frozen once a mediator is assigned, who reads them (F-038).
  negotiationProposals: {
    consumer: 'w r w w r r r r -',
    representedConsumer: 'r r r r r r r r -',
    consumerRepresentative: 'w r w w r r r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r w r r r r -',
    otherMerchantRepresentative: '- - r r r r r r -',
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: '- - m m m m m m -',
    readingOfficer: '- - m m m m m m -',
    stranger: nothing,
  },
  // Never the mediator (L274, A-02), also during mediation; open 90 days after an agreement only (F-103, A-25).
  negotiationMessages: {
    consumer: '- - w w w w r r -',
    representedConsumer: '- - r r r r r r -',
    consumerRepresentative: '- - w w w w r r -',
    respondent: '- - r r r r r r -',
    handler: '- - r w w w r r -',
    otherMerchantRepresentative: nothing,
    mediator: nothing,
    assignedMediator: nothing,
    officer: nothing,
    readingOfficer: nothing,
    stranger: nothing,
  },
  // « write » is choosing what the mediator may read.
  sharedMessages: {
    consumer: '- - - - w r r r -',
    representedConsumer: '- - - - r r r r -',
    consumerRepresentative: '- - - - w r r r -',
    respondent: '- - - - r r r r -',
    handler: '- - - - w r r r -',
    otherMerchantRepresentative: nothing,
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: nothing,
    readingOfficer: nothing,
    stranger: nothing,
  },
  mediationRoom: {
    consumer: '- - - - w r r r -',
    representedConsumer: '- - - - r r r r -',
    consumerRepresentative: '- - - - w r r r -',
    respondent: '- - - - r r r r -',
    handler: '- - - - w r r r -',
    otherMerchantRepresentative: nothing,
    mediator: '- - - - w r r r -',
    assignedMediator: nothing,
    officer: nothing,
    readingOfficer: nothing,
    stranger: nothing,
  },
  consumerCaucus: {
    consumer: '- - - - w r r r -',
    representedConsumer: '- - - - r r r r -',
    consumerRepresentative: '- - - - w r r r -',
    respondent: nothing,
    handler: nothing,
    otherMerchantRepresentative: nothing,
    mediator: '- - - - w r r r -',
    assignedMediator: nothing,
    officer: nothing,
    readingOfficer: nothing,
    stranger: nothing,
  },
  // Not even the respondent: a caucus is between the mediator and the person who acts (D).
  merchantCaucus: {
    consumer: nothing,
    representedConsumer: nothing,
    consumerRepresentative: nothing,
    respondent: nothing,
    handler: '- - - - w r r r -',
    otherMerchantRepresentative: nothing,
    mediator: '- - - - w r r r -',
    assignedMediator: nothing,
    officer: nothing,
    readingOfficer: nothing,
    stranger: nothing,
  },
  // « write » is proposing for the mediator, accepting for the sides.
  mediatorProposals: {
    consumer: '- - - - w r r r -',
    representedConsumer: '- - - - r r r r -',
    consumerRepresentative: '- - - - w r r r -',
    respondent: '- - - - r r r r -',
    handler: '- - - - w r r r -',
    otherMerchantRepresentative: '- - - - r r r r -',
    mediator: '- - - - w r r r -',
    assignedMediator: nothing,
    officer: '- - - - m m m m -',
    readingOfficer: '- - - - m m m m -',
    stranger: nothing,
  },
  // Hidden from the other side until both accepted; hidden forever if they did not.
  consumerAcceptance: {
    consumer: '- - - - w r r r -',
    representedConsumer: '- - - - r r r r -',
    consumerRepresentative: '- - - - w r r r -',
    respondent: '- - - - - r r - -',
    handler: '- - - - - r r - -',
    otherMerchantRepresentative: '- - - - - r r - -',
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: '- - - - - m m - -',
    readingOfficer: '- - - - - m m - -',
    stranger: nothing,
  },
  merchantAcceptance: {
    consumer: '- - - - - r r - -',
    representedConsumer: '- - - - - r r - -',
    consumerRepresentative: '- - - - - r r - -',
    respondent: '- - - - - r r - -',
    handler: '- - - - w r r r -',
    otherMerchantRepresentative: '- - - - - r r - -',
    mediator: '- - - - r r r r -',
    assignedMediator: nothing,
    officer: '- - - - - m m - -',
    readingOfficer: '- - - - - m m - -',
    stranger: nothing,
  },
  // Reason and justification are for everyone on the dossier (L103, L305).
  closing: everyoneOnceClosed('- - - - - r r r -', '- - - - - r r r m'),
  agreement: everyoneOnceClosed('- - - - - r r - -', '- - - - - r r - m'),
  attestation: everyoneOnceClosed('- - - - - - - r -', '- - - - - - - r m'),
};

function everyoneOnceClosed(letters: Letters, officer: Letters): Record<ReaderRole, Letters> {
  return {
    consumer: letters,
    representedConsumer: letters,
    consumerRepresentative: letters,
    respondent: letters,
    handler: letters,
    otherMerchantRepresentative: letters,
    mediator: letters,
    assignedMediator: nothing,
    officer,
    readingOfficer: officer,
    stranger: nothing,
  };
}

export const resources = keysOf(table);

const meaning: Record<string, Access> = { w: 'write', r: 'read', m: 'metadata', '-': 'none' };

/** `matrix[readerRole][resource][phase]`: what pages, files, exports, mails, search and the API all ask (architecture §5). */
export const matrix: Record<ReaderRole, Record<Resource, Record<Phase, Access>>> = recordOf(readerRoles, (readerRole) =>
  recordOf(resources, (resource) => row(table[resource][readerRole])),
);

function row(letters: Letters): Record<Phase, Access> {
  const cells = letters.split(' ');
  return recordOf(phases, (_phase, index) => meaning[cells[index] ?? '-'] ?? 'none');
}

/** One cell of the matrix. */
export function access(readerRole: ReaderRole, resource: Resource, phase: Phase): Access {
  return matrix[readerRole][resource][phase];
}

const threadResources: Record<Thread, Resource> = {
  negotiation: 'negotiationMessages',
  mediationRoom: 'mediationRoom',
  consumerCaucus: 'consumerCaucus',
  merchantCaucus: 'merchantCaucus',
};

/** Row of the matrix that rules a conversation. */
export function threadResource(thread: Thread): Resource {
  return threadResources[thread];
}
