import { randomUUID } from 'node:crypto';
import { end, type Person, type Role, type Stage, type World } from './world.ts';

/** Something that some may not know (requirements §6, said here once more without a look at domain/access). */
export type Act = {
  name: string;
  /** Who has a place in the dossier and may not know. */
  hiddenFrom: Role[];
  /** Someone who may, and sees it. */
  seenBy: Role;
  do(world: World): Promise<unknown>;
};

/** Acts that can follow each other, and where a dossier is when they happen. */
type Scenario = { stage: Stage; represented?: boolean; acts: Act[] };

const accept =
  (who: (world: World) => Person, back: boolean) =>
  async (world: World): Promise<void> => {
    const { mediated: proposalId } = world.ids;
    await world.give(who(world), { type: 'acceptProposal', proposalId, version: 1, read: true });
    if (back) await world.give(who(world), { type: 'withdrawAcceptance', proposalId });
  };
const say =
  (who: (world: World) => Person, thread: Parameters<World['say']>[1]) =>
  (world: World): Promise<string> =>
    world.say(who(world), thread, 'Un mot.');
const acting = ({ acting }: World): Person => acting;
const as =
  (role: Role) =>
  ({ people }: World): Person =>
    people[role];
const merchants: Role[] = ['respondent', 'clerk', 'otherClerk'];
const notTalking: Role[] = ['otherClerk', 'officer'];
const notMediating: Role[] = [...notTalking, 'mediator'];
const notMerchant: Role[] = ['consumer', 'respondent', 'otherClerk', 'officer'];
const notConsumer: Role[] = [...merchants, 'officer'];

const invited: Act = {
  name: 'the consumer names a representative',
  hiddenFrom: notConsumer,
  seenBy: 'consumer',
  do: async ({ give, people, drafts }) =>
    give(people.consumer, { type: 'nameRepresentative', invitationId: await drafts.invitation() }),
};
const nudged = (side: 'consumer' | 'merchant'): Act => ({
  name: `the Office reminds the ${side}`,
  hiddenFrom: side === 'consumer' ? merchants : ['consumer'],
  seenBy: 'officer',
  do: ({ give, people }) => give(people.officer, { type: 'nudge', side }),
});
const shown: Act = {
  name: 'the consumer shows the mediator a message',
  hiddenFrom: notTalking,
  seenBy: 'clerk',
  async do({ say, acting, drafts, give }) {
    const shareId = await drafts.share(acting, [await say(acting, 'negotiation', 'À montrer.')]);
    await give(acting, { type: 'shareMessages', shareId, count: 1 });
  },
};
const reported: Act = {
  name: 'the mediator tells the Office why it lasts',
  hiddenFrom: ['consumer', ...merchants],
  seenBy: 'officer',
  do: ({ give, people }) =>
    give(people.mediator, { type: 'reportToOffice', kind: 'imminent', side: null, newTarget: null }),
};
/** The mediator and one side, from both ends. */
const apart = (thread: 'consumerCaucus' | 'merchantCaucus'): Act[] =>
  [thread === 'consumerCaucus' ? acting : as('clerk'), as('mediator')].map((who, index) => ({
    name: `${index === 0 ? 'a side' : 'the mediator'} writes in ${thread}`,
    hiddenFrom: thread === 'consumerCaucus' ? notConsumer : notMerchant,
    seenBy: index === 0 ? 'mediator' : thread === 'consumerCaucus' ? 'consumer' : 'clerk',
    do: say(who, thread),
  }));
const written = (by: 'consumer' | 'clerk', hiddenFrom: Role[]): Act => ({
  name: `the ${by} writes to the other side`,
  hiddenFrom,
  seenBy: by === 'consumer' ? 'respondent' : 'consumer',
  do: say(by === 'consumer' ? acting : as('clerk'), 'negotiation'),
});
const accepted = (by: 'consumer' | 'clerk'): Act[] =>
  [true, false].map((back) => ({
    name: `the ${by} accepts${back ? ' and takes it back' : ''}`,
    hiddenFrom: by === 'consumer' ? notConsumer : notMerchant,
    seenBy: by,
    do: accept(by === 'consumer' ? acting : as('clerk'), back),
  }));

const scenarios: Scenario[] = [
  { stage: 'draft', acts: [{ ...invited, hiddenFrom: ['officer'] }] },
  { stage: 'submitted', acts: [invited, nudged('merchant'), written('consumer', [...notTalking, 'clerk'])] },
  { stage: 'negotiation', acts: [invited, nudged('consumer'), nudged('merchant'), written('clerk', notTalking)] },
  {
    stage: 'mediation',
    acts: [
      written('clerk', notMediating),
      {
        name: 'the mediator writes to both',
        hiddenFrom: notTalking,
        seenBy: 'clerk',
        do: say(as('mediator'), 'mediationRoom'),
      },
      shown,
      reported,
      ...apart('consumerCaucus'),
      ...apart('merchantCaucus'),
    ],
  },
  { stage: 'proposed', acts: accepted('consumer') },
  { stage: 'proposed', acts: accepted('clerk') },
  { stage: 'proposed', represented: true, acts: [...apart('consumerCaucus'), ...accepted('consumer')] },
  {
    stage: 'proposed',
    represented: true,
    acts: [...apart('merchantCaucus'), ...accepted('clerk')].map((act) => ({
      ...act,
      hiddenFrom: [...act.hiddenFrom, 'friend'],
    })),
  },
  { stage: 'agreed', acts: [written('consumer', notMediating), written('clerk', notMediating)] },
];

const roles: Role[] = ['consumer', 'friend', ...merchants, 'mediator', 'officer'];

/** Each scenario for each reader from whom some of it is hidden. */
export const cases = scenarios.flatMap(({ stage, represented = false, acts }) =>
  roles.flatMap((role) => {
    const hidden = acts.filter(({ hiddenFrom }) => hiddenFrom.includes(role));
    const name = `${stage}${represented ? ', represented' : ''}: ${role} does not find that ${hidden.map((act) => act.name).join(', that ')}`;
    return hidden.length > 0 ? [[name, { stage, represented, role, hidden }] as const] : [];
  }),
);

/** What happens then in every world: what there is to accept is replaced, a document comes, and it ends or not. */
export async function goOn(world: World, ending: 'failed' | 'agreed'): Promise<void> {
  const { people, drafts, ids, give, acting: consumer } = world;
  world.wait(300);
  await give(consumer, { type: 'addDocument', documentId: await drafts.document(consumer, 'Photo') });
  const proposalId = ids.mediated || randomUUID();
  const contentId = await drafts.proposal(people.mediator, proposalId, 'Une autre date.');
  if (ids.mediated) await give(people.mediator, { type: 'editProposal', proposalId, version: 1, contentId });
  else await give(people.mediator, { type: 'propose', proposalId, contentId, answers: null });
  ids.mediated = proposalId;
  await end(world, ending);
}
