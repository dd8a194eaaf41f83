import { access, matrix, phases, things, viewers } from './index.ts';
import type { Access, Phase, Thing, Viewer } from './index.ts';

/**
 * Requirements §6 written out a second time, as sentences, by someone who did not look at the table: who reads and who writes each thing, and
 * when. Whatever is not said here is refused.
 */
type Sentence = { thing: Thing; who: Viewer[]; when: Phase[]; right: Access };

const consumers: Viewer[] = ['consumer', 'representedConsumer', 'consumerRepresentative'];
const actingConsumer: Viewer[] = ['consumer', 'consumerRepresentative'];
const merchants: Viewer[] = ['respondent', 'handler', 'otherMerchantRepresentative'];
const everyone: Viewer[] = [...consumers, ...merchants, 'mediator', 'officer'];
const agreements: Phase[] = ['afterAgreement', 'agreement'];
const ended: Phase[] = [...agreements, 'withoutAgreement'];
const drafting: Phase[] = ['draft', 'expired'];
const open: Phase[] = ['submitted', 'negotiation', 'mediation'];
const mediated: Phase[] = ['mediation', ...ended];

/** Later sentences win over earlier ones. */
const sentences: Sentence[] = [
  { thing: 'draft', who: consumers, when: drafting, right: 'read' },
  { thing: 'draft', who: actingConsumer, when: ['draft'], right: 'write' },
  { thing: 'draft', who: ['officer'], when: drafting, right: 'metadata' },

  { thing: 'summary', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { thing: 'summary', who: merchants, when: [...open, ...ended], right: 'read' },
  { thing: 'summary', who: ['mediator'], when: mediated, right: 'read' },
  { thing: 'summary', who: ['officer'], when: [...drafting, ...open, ...ended, 'purged'], right: 'metadata' },

  { thing: 'documents', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { thing: 'documents', who: consumers, when: ['draft', ...open], right: 'write' },
  { thing: 'documents', who: merchants, when: [...open, ...ended], right: 'read' },
  { thing: 'documents', who: ['handler'], when: ['negotiation', 'mediation'], right: 'write' },
  { thing: 'documents', who: ['mediator'], when: mediated, right: 'read' },
  { thing: 'documents', who: ['mediator'], when: ['mediation'], right: 'write' },
  { thing: 'documents', who: ['officer'], when: [...drafting, ...open, ...ended], right: 'metadata' },

  { thing: 'negotiationProposals', who: consumers, when: [...drafting, ...open, ...ended], right: 'read' },
  { thing: 'negotiationProposals', who: actingConsumer, when: ['draft', 'submitted', 'negotiation'], right: 'write' },
  { thing: 'negotiationProposals', who: merchants, when: [...open, ...ended], right: 'read' },
  { thing: 'negotiationProposals', who: ['handler'], when: ['negotiation'], right: 'write' },
  { thing: 'negotiationProposals', who: ['mediator'], when: mediated, right: 'read' },
  { thing: 'negotiationProposals', who: ['officer'], when: [...open, ...ended], right: 'metadata' },

  {
    thing: 'negotiationMessages',
    who: [...consumers, 'respondent', 'handler'],
    when: [...open, ...ended],
    right: 'read',
  },
  { thing: 'negotiationMessages', who: actingConsumer, when: [...open, 'afterAgreement'], right: 'write' },
  {
    thing: 'negotiationMessages',
    who: ['handler'],
    when: ['negotiation', 'mediation', 'afterAgreement'],
    right: 'write',
  },

  { thing: 'sharedMessages', who: [...consumers, 'respondent', 'handler', 'mediator'], when: mediated, right: 'read' },
  { thing: 'sharedMessages', who: [...actingConsumer, 'handler'], when: ['mediation'], right: 'write' },

  { thing: 'mediationRoom', who: [...consumers, 'respondent', 'handler', 'mediator'], when: mediated, right: 'read' },
  { thing: 'mediationRoom', who: [...actingConsumer, 'handler', 'mediator'], when: ['mediation'], right: 'write' },

  { thing: 'consumerCaucus', who: [...consumers, 'mediator'], when: mediated, right: 'read' },
  { thing: 'consumerCaucus', who: [...actingConsumer, 'mediator'], when: ['mediation'], right: 'write' },

  { thing: 'merchantCaucus', who: ['handler', 'mediator'], when: mediated, right: 'read' },
  { thing: 'merchantCaucus', who: ['handler', 'mediator'], when: ['mediation'], right: 'write' },

  { thing: 'mediatorProposals', who: [...consumers, ...merchants, 'mediator'], when: mediated, right: 'read' },
  { thing: 'mediatorProposals', who: [...actingConsumer, 'handler', 'mediator'], when: ['mediation'], right: 'write' },
  { thing: 'mediatorProposals', who: ['officer'], when: mediated, right: 'metadata' },

  { thing: 'consumerAcceptance', who: [...consumers, 'mediator'], when: mediated, right: 'read' },
  { thing: 'consumerAcceptance', who: actingConsumer, when: ['mediation'], right: 'write' },
  { thing: 'consumerAcceptance', who: merchants, when: agreements, right: 'read' },
  { thing: 'consumerAcceptance', who: ['officer'], when: agreements, right: 'metadata' },

  { thing: 'merchantAcceptance', who: ['handler', 'mediator'], when: mediated, right: 'read' },
  { thing: 'merchantAcceptance', who: ['handler'], when: ['mediation'], right: 'write' },
  {
    thing: 'merchantAcceptance',
    who: [...consumers, 'respondent', 'otherMerchantRepresentative'],
    when: agreements,
    right: 'read',
  },
  { thing: 'merchantAcceptance', who: ['officer'], when: agreements, right: 'metadata' },

  { thing: 'closing', who: everyone, when: ended, right: 'read' },
  { thing: 'agreement', who: everyone, when: agreements, right: 'read' },
  { thing: 'attestation', who: everyone, when: ['withoutAgreement'], right: 'read' },
  { thing: 'closing', who: ['officer'], when: ['purged'], right: 'metadata' },
  { thing: 'agreement', who: ['officer'], when: ['purged'], right: 'metadata' },
  { thing: 'attestation', who: ['officer'], when: ['purged'], right: 'metadata' },
];

function expected(viewer: Viewer, thing: Thing, phase: Phase): Access {
  const said = sentences.filter((it) => it.thing === thing && it.who.includes(viewer) && it.when.includes(phase));
  return said.at(-1)?.right ?? 'none';
}

const cells = viewers.flatMap((viewer) =>
  things.flatMap((thing) => phases.map((phase) => ({ viewer, thing, phase, right: expected(viewer, thing, phase) }))),
);

describe('the visibility matrix (requirements §6), cell by cell', () => {
  test.each(cells)('$viewer, $thing, $phase: $right', ({ viewer, thing, phase, right }) => {
    expect(access(viewer, thing, phase)).toBe(right);
  });

  test('has a cell for every viewer, thing and phase', () => {
    expect(cells).toHaveLength(9 * 15 * 9);
    expect(Object.keys(matrix)).toHaveLength(9);
  });
});
