import { expect, test } from '@jest/globals';
import type { Command } from '#domain/dossier/commands.ts';
import { decide } from '#domain/dossier/decide.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { Actor, Dossier } from '#domain/dossier/types.ts';
import { personOf } from '../people.ts';
import type { Act, Story } from '../story.ts';
import { tellAll } from './index.ts';

const now = '2026-11-24T15:00:00.000Z';
const stories = tellAll(new Date(now));

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
  'online-purchase': ['negotiation', null, 1],
  renovation: ['negotiation', null, 5],
  laptop: ['negotiation', null, 4],
  'heat-pump': ['draft', null, 0],
  washer: ['draft', null, 0],
};

test.each(stories.map((story) => [story.key, story] as const))(
  'the rules accept every act of %s, and it ends as it should',
  (key, story) => {
    const end = play(story);
    expect([end.status, end.closing?.outcome ?? null, end.proposals.length]).toEqual(endings[key]);
  },
);

function play(story: Story): Dossier {
  let state: Dossier | null = null;
  let count = 0;
  const give = (command: Command) => {
    for (const event of decide(state, command, now)) state = evolve(state, event);
    return state as unknown as Dossier;
  };
  const next = (name: string) => `${name}-${(count += 1)}`;
  const consumer: Actor = { role: 'consumer', userId: story.consumer };
  give({ type: 'createDossier', dossierId: 'd', merchantId: story.merchant, policy: standardPolicy, by: consumer });
  if (story.submits) give({ type: 'submitDossier', proposalId: next('p'), contentId: next('c'), by: consumer });
  for (const act of story.acts)
    give({ ...command(act, state as unknown as Dossier, next), by: actor(act.by, story) } as Command);
  return state as unknown as Dossier;
}

function actor(key: string, story: Story): Actor {
  const { role } = personOf(key);
  if (role === 'consumer')
    return key === story.consumer ? { role, userId: key } : { role: 'consumerRepresentative', userId: key };
  if (role === 'respondent' || role === 'merchantRepresentative')
    return { role, userId: key, merchantId: story.merchant };
  return { role, userId: key };
}

function command(act: Act, state: Dossier, next: (name: string) => string) {
  const open = state.proposals.findLast((proposal) => proposal.state === 'open');
  const version = open?.versions.length ?? 0;
  switch (act.act) {
    case 'nameRepresentative':
      return { type: act.act, invitationId: 'i' };
    case 'acceptInvitation':
      return { type: act.act, invitationId: 'i' };
    case 'takeCharge':
      return { type: act.act, replaces: state.handlerId };
    case 'refuse':
      return { type: 'refuseToNegotiate', reason: act.reason, justificationId: next('j') };
    case 'propose':
      return { type: act.act, proposalId: next('p'), contentId: next('c'), answers: open?.id ?? null };
    case 'edit':
      return { type: 'editProposal', proposalId: open?.id, version, contentId: next('c') };
    case 'accept':
      return { type: 'acceptProposal', proposalId: open?.id, version, read: true };
    case 'message':
      return { type: 'postMessage', thread: act.thread, messageId: next('m') };
    case 'close':
      return { type: 'closeDossier', reason: act.reason, justificationId: next('j') };
    case 'requestMediation':
      return { type: act.act };
    case 'assignMediator':
      return { type: act.act, mediatorId: act.mediator, replaces: state.mediation?.mediatorId ?? null };
    case 'closeMediation':
      return { type: act.act, reason: act.reason, justificationId: next('j'), natureId: next('n') };
  }
}
