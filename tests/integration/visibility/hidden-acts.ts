import { deadlines } from '#domain/dossier/deadlines.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import { openProposal } from '#domain/dossier/state/proposals.ts';
import type { Scenario } from '#domain/testing/scenario/scenarios.ts';
import { end, type Acting, type Role, type Stage, type World } from './world.ts';

/** Something that some may not know (requirements §6, said here once more without a look at domain/access). */
export type HiddenAct = {
  name: string;
  /** Who has a place in the dossier and may not know. */
  hiddenFrom: Role[];
  /** Someone who may, and sees it. */
  seenBy: Role;
  /** What is done, by whoever acts for the consumer among others. */
  steps(acting: Acting): Scenario;
};

/** Acts that can follow each other, and where a dossier is when they happen. */
type Case = { stage: Stage; represented?: boolean; acts: HiddenAct[] };

const say = (by: Acting | 'clerk' | 'mediator', thread: Thread) =>
  ({ by, act: 'postMessage', thread, body: 'Un mot.' }) as const;

const merchants: Role[] = ['respondent', 'clerk', 'otherClerk'];
const notTalking: Role[] = ['otherClerk', 'officer'];
const notMediating: Role[] = [...notTalking, 'mediator'];
const notMerchant: Role[] = ['consumer', 'respondent', 'otherClerk', 'officer'];
const notConsumer: Role[] = [...merchants, 'officer'];

const invited: HiddenAct = {
  name: 'the consumer names a representative',
  hiddenFrom: notConsumer,
  seenBy: 'consumer',
  steps: () => [{ by: 'consumer', act: 'nameRepresentative' }],
};
/** Nor does who is named to mediate learn whom the consumer thinks of. */
const invitedUnknown: HiddenAct = { ...invited, hiddenFrom: [...notConsumer, 'mediator'] };
const shown: HiddenAct = {
  name: 'the consumer shows the mediator a message',
  hiddenFrom: notTalking,
  seenBy: 'clerk',
  steps: (acting) => [
    { by: acting, act: 'postMessage', body: 'À montrer.' },
    { by: acting, act: 'shareMessages', count: 1 },
  ],
};
const reported: HiddenAct = {
  name: 'the mediator tells the Office why it lasts',
  hiddenFrom: ['consumer', ...merchants],
  seenBy: 'officer',
  steps: () => [{ by: 'mediator', act: 'reportToOffice' }],
};
const answered: HiddenAct = {
  name: 'the Office reads what the mediator tells it',
  hiddenFrom: ['consumer', ...merchants],
  seenBy: 'mediator',
  steps: () => [
    { by: 'mediator', act: 'reportToOffice' },
    { by: 'officer', act: 'answerReport', answer: 'seen' },
  ],
};
/** The mediator and one side, from both ends. */
const apart = (thread: 'consumerCaucus' | 'merchantCaucus'): HiddenAct[] =>
  (['side', 'mediator'] as const).map((end) => ({
    name: `${end === 'side' ? 'a side' : 'the mediator'} writes in ${thread}`,
    hiddenFrom: thread === 'consumerCaucus' ? notConsumer : notMerchant,
    seenBy: end === 'side' ? 'mediator' : thread === 'consumerCaucus' ? 'consumer' : 'clerk',
    steps: (acting) => {
      const side = thread === 'consumerCaucus' ? acting : 'clerk';
      return [say(end === 'side' ? side : 'mediator', thread)];
    },
  }));
const written = (by: 'consumer' | 'clerk', hiddenFrom: Role[]): HiddenAct => ({
  name: `the ${by} writes to the other side`,
  hiddenFrom,
  seenBy: by === 'consumer' ? 'respondent' : 'consumer',
  steps: (acting) => [say(by === 'consumer' ? acting : by, 'negotiation')],
});
const unsuited = (by: 'consumer' | 'clerk'): HiddenAct => ({
  name: `the ${by} says that the proposal does not do`,
  hiddenFrom: by === 'consumer' ? notConsumer : notMerchant,
  seenBy: 'mediator',
  steps: (acting) => [{ by: by === 'consumer' ? acting : by, act: 'askForRevision' }],
});
const accepted = (by: 'consumer' | 'clerk'): HiddenAct[] =>
  [true, false].map((back) => ({
    name: `the ${by} accepts${back ? ' and takes it back' : ''}`,
    hiddenFrom: by === 'consumer' ? notConsumer : notMerchant,
    seenBy: by,
    steps: (acting) => {
      const who = by === 'consumer' ? acting : by;
      const yes: Scenario = [{ by: who, act: 'acceptProposal' }];
      return back ? [...yes, { by: who, act: 'withdrawAcceptance' }] : yes;
    },
  }));

const stories: Case[] = [
  { stage: 'draft', acts: [{ ...invited, hiddenFrom: ['officer'] }] },
  { stage: 'submitted', acts: [invited, written('consumer', [...notTalking, 'clerk'])] },
  { stage: 'negotiation', acts: [invited, written('clerk', notTalking)] },
  {
    stage: 'mediation',
    acts: [
      written('clerk', notMediating),
      {
        name: 'the mediator writes to both',
        hiddenFrom: notTalking,
        seenBy: 'clerk',
        steps: () => [say('mediator', 'mediationRoom')],
      },
      {
        name: 'the mediator announces the closing to both',
        hiddenFrom: notTalking,
        seenBy: 'clerk',
        steps: () => [{ ...say('mediator', 'mediationRoom'), announcesClosing: true }],
      },
      shown,
      reported,
      answered,
      ...apart('consumerCaucus'),
      ...apart('merchantCaucus'),
    ],
  },
  // Of a dossier that they may not read yet, who is named to mediate finds nothing (ADR 31).
  { stage: 'named', acts: [written('consumer', notMediating), written('clerk', notMediating), invitedUnknown] },
  { stage: 'proposed', acts: [unsuited('consumer')] },
  { stage: 'proposed', acts: [unsuited('clerk')] },
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

/** Each of them for each reader from whom some of it is hidden. */
export const cases = stories.flatMap(({ stage, represented = false, acts }) =>
  roles.flatMap((role) => {
    const hidden = acts.filter(({ hiddenFrom }) => hiddenFrom.includes(role));
    const name = `${stage}${represented ? ', represented' : ''}: ${role} does not find that ${hidden.map((act) => act.name).join(', that ')}`;
    return hidden.length > 0 ? [[name, { stage, represented, role, hidden }] as const] : [];
  }),
);

/** What happens then in every world: what there is to accept is replaced, a document comes, and it ends or not. */
export async function goOn(world: World, ending: 'failed' | 'agreed'): Promise<void> {
  world.wait(300);
  await world.run([{ by: world.acting, act: 'addDocument', title: 'Photo' }]);
  if (!(await world.state()).mediation?.declaredAt) await world.run([{ by: 'mediator', act: 'declareNoConflict' }]);
  const act = openProposal(await world.state()) ? 'editProposal' : 'propose';
  await world.run([{ by: 'mediator', act, proposal: 'Une autre date.' }]);
  await end(world, ending);
}

/** What the workflow would have noticed by then. */
export async function passWhatIsDue(world: World): Promise<void> {
  const now = world.now().toISOString();
  for (;;) {
    const [due] = deadlines(await world.state());
    if (!due || due.at > now) return;
    await world.passDeadline(due.kind);
  }
}
