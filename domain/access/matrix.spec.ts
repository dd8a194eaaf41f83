import { access, matrix, phases, resources, readerRoles } from './index.ts';
import type { Access, Phase, Resource, ReaderRole } from './index.ts';

/**
 * Requirements §6 written out a second time, as sentences, by someone who did not look at the table: who reads and who writes each resource, and
 * when. Whatever is not said here is refused.
 */
type Sentence = { resource: Resource; who: ReaderRole[]; when: Phase[]; right: Access };

const consumers: ReaderRole[] = ['consumer', 'representedConsumer', 'consumerRepresentative'];
const actingConsumer: ReaderRole[] = ['consumer', 'consumerRepresentative'];
const merchants: ReaderRole[] = ['respondent', 'handler', 'otherMerchantRepresentative'];
const office: ReaderRole[] = ['officer', 'readingOfficer'];
const everyone: ReaderRole[] = [...consumers, ...merchants, 'mediator', ...office];
const agreements: Phase[] = ['afterAgreement', 'agreement'];
const ended: Phase[] = [...agreements, 'withoutAgreement'];
const drafting: Phase[] = ['draft', 'expired'];
const open: Phase[] = ['submitted', 'negotiation', 'mediation'];
const mediated: Phase[] = ['mediation', ...ended];

/** Later sentences win over earlier ones. */
const sentences: Sentence[] = [
  { resource: 'identities', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { resource: 'identities', who: merchants, when: [...open, ...ended], right: 'read' },
  { resource: 'identities', who: ['mediator', 'assignedMediator'], when: mediated, right: 'read' },
  { resource: 'identities', who: office, when: [...phases], right: 'metadata' },

  { resource: 'contacts', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { resource: 'contacts', who: merchants, when: [...open, ...ended], right: 'read' },
  { resource: 'contacts', who: ['mediator'], when: mediated, right: 'read' },
  { resource: 'contacts', who: office, when: open, right: 'read' },

  { resource: 'draft', who: consumers, when: drafting, right: 'read' },
  { resource: 'draft', who: actingConsumer, when: ['draft'], right: 'write' },
  { resource: 'draft', who: office, when: drafting, right: 'metadata' },

  { resource: 'summary', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { resource: 'summary', who: merchants, when: [...open, ...ended], right: 'read' },
  { resource: 'summary', who: ['mediator'], when: mediated, right: 'read' },
  { resource: 'summary', who: office, when: [...drafting, ...open, ...ended, 'purged'], right: 'metadata' },

  { resource: 'documents', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { resource: 'documents', who: consumers, when: ['draft', ...open], right: 'write' },
  { resource: 'documents', who: merchants, when: [...open, ...ended], right: 'read' },
  { resource: 'documents', who: ['handler'], when: ['negotiation', 'mediation'], right: 'write' },
  { resource: 'documents', who: ['mediator'], when: mediated, right: 'read' },
  { resource: 'documents', who: ['mediator'], when: ['mediation'], right: 'write' },
  { resource: 'documents', who: office, when: [...drafting, ...open, ...ended], right: 'metadata' },

  { resource: 'negotiationProposals', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  {
    resource: 'negotiationProposals',
    who: actingConsumer,
    when: ['draft', 'submitted', 'negotiation'],
    right: 'write',
  },
  { resource: 'negotiationProposals', who: merchants, when: [...open, ...ended], right: 'read' },
  { resource: 'negotiationProposals', who: ['handler'], when: ['negotiation'], right: 'write' },
  { resource: 'negotiationProposals', who: ['mediator'], when: mediated, right: 'read' },
  { resource: 'negotiationProposals', who: office, when: [...open, ...ended], right: 'metadata' },

  {
    resource: 'negotiationMessages',
    who: [...consumers, 'respondent', 'handler'],
    when: [...open, ...ended],
    right: 'read',
  },
  { resource: 'negotiationMessages', who: actingConsumer, when: [...open, 'afterAgreement'], right: 'write' },
  {
    resource: 'negotiationMessages',
    who: ['handler'],
    when: ['negotiation', 'mediation', 'afterAgreement'],
    right: 'write',
  },

  {
    resource: 'sharedMessages',
    who: [...consumers, 'respondent', 'handler', 'mediator'],
    when: mediated,
    right: 'read',
  },
  { resource: 'sharedMessages', who: [...actingConsumer, 'handler'], when: ['mediation'], right: 'write' },

  {
    resource: 'mediationRoom',
    who: [...consumers, 'respondent', 'handler', 'mediator'],
    when: mediated,
    right: 'read',
  },
  { resource: 'mediationRoom', who: [...actingConsumer, 'handler', 'mediator'], when: ['mediation'], right: 'write' },

  { resource: 'consumerCaucus', who: [...consumers, 'mediator'], when: mediated, right: 'read' },
  { resource: 'consumerCaucus', who: [...actingConsumer, 'mediator'], when: ['mediation'], right: 'write' },

  { resource: 'merchantCaucus', who: ['handler', 'mediator'], when: mediated, right: 'read' },
  { resource: 'merchantCaucus', who: ['handler', 'mediator'], when: ['mediation'], right: 'write' },

  { resource: 'mediatorProposals', who: [...consumers, ...merchants, 'mediator'], when: mediated, right: 'read' },
  {
    resource: 'mediatorProposals',
    who: [...actingConsumer, 'handler', 'mediator'],
    when: ['mediation'],
    right: 'write',
  },
  { resource: 'mediatorProposals', who: office, when: mediated, right: 'metadata' },

  { resource: 'consumerAcceptance', who: [...consumers, 'mediator'], when: mediated, right: 'read' },
  { resource: 'consumerAcceptance', who: actingConsumer, when: ['mediation'], right: 'write' },
  { resource: 'consumerAcceptance', who: merchants, when: agreements, right: 'read' },
  { resource: 'consumerAcceptance', who: office, when: agreements, right: 'metadata' },

  { resource: 'merchantAcceptance', who: ['handler', 'mediator'], when: mediated, right: 'read' },
  { resource: 'merchantAcceptance', who: ['handler'], when: ['mediation'], right: 'write' },
  {
    resource: 'merchantAcceptance',
    who: [...consumers, 'respondent', 'otherMerchantRepresentative'],
    when: agreements,
    right: 'read',
  },
  { resource: 'merchantAcceptance', who: office, when: agreements, right: 'metadata' },

  { resource: 'closing', who: everyone, when: ended, right: 'read' },
  { resource: 'agreement', who: everyone, when: agreements, right: 'read' },
  { resource: 'attestation', who: everyone, when: ['withoutAgreement'], right: 'read' },
  { resource: 'closing', who: office, when: ['purged'], right: 'metadata' },
  { resource: 'agreement', who: office, when: ['purged'], right: 'metadata' },
  { resource: 'attestation', who: office, when: ['purged'], right: 'metadata' },

  // An exceptional access: names, the problem and the documents, and nothing that was offered or said.
  ...(['identities', 'contacts', 'summary', 'documents'] as const).map((resource): Sentence => ({
    resource,
    who: ['readingOfficer'],
    when: [...open, ...ended],
    right: 'read',
  })),
];

function expected(readerRole: ReaderRole, resource: Resource, phase: Phase): Access {
  const said = sentences.filter(
    (it) => it.resource === resource && it.who.includes(readerRole) && it.when.includes(phase),
  );
  return said.at(-1)?.right ?? 'none';
}

const cells = readerRoles.flatMap((readerRole) =>
  resources.flatMap((resource) =>
    phases.map((phase) => ({ readerRole, resource, phase, right: expected(readerRole, resource, phase) })),
  ),
);

describe('the visibility matrix (requirements §6), cell by cell', () => {
  test.each(cells)('$readerRole, $resource, $phase: $right', ({ readerRole, resource, phase, right }) => {
    expect(access(readerRole, resource, phase)).toBe(right);
  });

  test('has a cell for every readerRole, resource and phase', () => {
    expect(cells).toHaveLength(11 * 17 * 9);
    expect(Object.keys(matrix)).toHaveLength(11);
  });
});
