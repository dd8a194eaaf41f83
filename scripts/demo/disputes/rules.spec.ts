import { expect, test } from '@jest/globals';
import type { Command, CommandType } from '#domain/dossier/commands.ts';
import { decide } from '#domain/dossier/decide.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import type { Actor, Dossier } from '#domain/dossier/types.ts';
import { commandOf, seenOf } from '#domain/testing/scenario/command-of.ts';
import type { StepOf } from '#domain/testing/scenario/step.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { personOf, type PersonKey } from '../people.ts';
import type { Dispute } from '../dispute.ts';
import { tellAll } from './index.ts';

const now = '2026-11-24T15:00:00.000Z';
const disputes = tellAll(new Date(now));

const endings: Record<string, [status: string, outcome: string | null, proposals: number]> = {
  shed: ['negotiation', null, 40],
  pool: ['closed', 'mediationFailed', 3],
  funeral: ['closed', 'agreement', 3],
  gym: ['closed', 'withdrawn', 1],
  'phone-contract': ['closed', 'refused', 1],
  snowblower: ['closed', 'withdrawn', 2],
  sofa: ['closed', 'agreement', 1],
  refrigerator: ['closed', 'agreement', 3],
  travel: ['mediationRequested', null, 4],
  'used-car': ['mediation', null, 3],
  mattress: ['negotiation', null, 4],
  'delivery-damage': ['submitted', null, 1],
  windows: ['submitted', null, 1],
  'online-purchase': ['negotiation', null, 1],
  renovation: ['negotiation', null, 5],
  laptop: ['negotiation', null, 4],
  'heat-pump': ['draft', null, 0],
  washer: ['draft', null, 0],
};

test.each(disputes.map((dispute) => [dispute.key, dispute] as const))(
  'the rules accept every step of %s, and it ends as it should',
  (key, dispute) => {
    const end = played(dispute);
    expect([end.status, end.closing?.outcome ?? null, end.proposals.length]).toEqual(endings[key]);
  },
);

test('one mediation waits for a mediator, and in another a proposal that is open waits for both sides', () => {
  const end = (key: string) => played(disputes.find((dispute) => dispute.key === key)!);
  const waiting = end('travel');
  expect([waiting.status, waiting.mediation?.mediatorId ?? null]).toEqual(['mediationRequested', null]);
  const { status, mediation, proposals } = end('used-car');
  const { author, state, acceptances, revisionsAsked } = proposals.at(-1)!;
  expect({ status, declared: mediation?.declaredAt != null }).toEqual({ status: 'mediation', declared: true });
  expect({ author, state, acceptances, revisionsAsked }).toEqual({
    ...{ author: 'mediator', state: 'open', acceptances: [], revisionsAsked: [] },
  });
});

function played(dispute: Dispute): Dossier {
  let state: Dossier | null = null;
  let count = 0;
  const ids = {
    made: (thing: string) => `${thing}-${(count += 1)}`,
    account: (key: PersonKey) => key,
    merchantId: dispute.merchant,
  };
  const take = <A extends CommandType>(step: StepOf<A, PersonKey, ProposalContent>) => {
    const by = actor(step.by, dispute);
    const { command } = commandOf<A, PersonKey, ProposalContent>(step, seenOf(state, by), ids);
    for (const event of decide(state, { ...command, by } as Command, now)) state = evolve(state, event);
  };
  take({ by: dispute.consumer, act: 'createDossier' });
  if (dispute.submits) take({ by: dispute.consumer, act: 'submitDossier' });
  for (const step of dispute.steps) take(step);
  return state as unknown as Dossier;
}

function actor(key: PersonKey, dispute: Dispute): Actor {
  const { role } = personOf(key);
  if (role === 'consumer')
    return key === dispute.consumer ? { role, userId: key } : { role: 'consumerRepresentative', userId: key };
  if (role === 'respondent' || role === 'merchantRepresentative')
    return { role, userId: key, merchantId: dispute.merchant };
  return { role, userId: key };
}
