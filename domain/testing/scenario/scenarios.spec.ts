import { describe, expect, test } from '@jest/globals';
import { empty } from '../story.ts';
import * as scenarios from './scenarios.ts';

const ends: Record<Exclude<keyof typeof scenarios, 'representation'>, string> = {
  draft: 'draft, 0 proposals',
  expired: 'expired, 0 proposals',
  submitted: 'submitted, 1 proposals',
  inNegotiation: 'negotiation, 1 proposals',
  countered: 'negotiation, 2 proposals',
  mediationRequested: 'mediationRequested, 2 proposals',
  mediatorNamed: 'mediation, 2 proposals',
  inMediation: 'mediation, 2 proposals',
  mediatorProposed: 'mediation, 3 proposals',
  agreed: 'closed by agreement, 1 proposals',
  agreedInMediation: 'closed by agreement, 3 proposals',
  closingAnnounced: 'mediation, 2 proposals',
  failed: 'closed by mediationFailed, 2 proposals',
  closedByConsumer: 'closed by withdrawn, 1 proposals',
  refused: 'closed by refused, 1 proposals',
};

describe('scenarios', () => {
  test.each(Object.entries(ends))('%s ends as it is named', (name, end) => {
    const { status, closing, proposals } = empty().run(scenarios[name as keyof typeof ends]).state;
    expect(`${status}${closing ? ` by ${closing.outcome}` : ''}, ${proposals.length} proposals`).toBe(end);
  });

  test('representation may follow any that has not ended', () => {
    for (const name of ['draft', 'submitted', 'inNegotiation', 'mediationRequested', 'mediatorProposed'] as const) {
      const { representative } = empty().run([...scenarios[name], ...scenarios.representation]).state;
      expect(representative?.status).toBe('active');
    }
  });

  test('each step answers what is there, by the ids of what was made', () => {
    const { proposals } = empty().run([
      ...scenarios.countered,
      { by: 'clerk', act: 'editProposal' },
      { by: 'clerk', act: 'editProposal' },
      { by: 'consumer', act: 'propose' },
    ]).state;
    expect(proposals.map(({ id, versions, state }) => `${id} ${versions.length} ${state}`)).toEqual([
      'p1 1 superseded',
      'p2 3 superseded',
      'p3 1 open',
    ]);
  });
});
