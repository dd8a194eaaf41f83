import { randomUUID } from 'node:crypto';
import { commandSignal, messageNameOf } from '#contracts/messages/dossier.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import * as scenarios from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { handOn, nameAnother } from '#tests/kit/engine/hand-on.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** A dossier played on a real server, whose history is recorded under this name; `then`: what no step says. */
export type Recorded = { steps: scenarios.Scenario; then?(play: Play, suite: EngineSuite): Promise<unknown> };

/** Open and closed dossiers, each by another path. */
export const recorded: Record<string, Recorded> = {
  'draft-open': { steps: scenarios.draft },
  'negotiation-open-with-messages': {
    steps: [
      ...scenarios.inNegotiation,
      { by: 'clerk', act: 'postMessage' },
      { by: 'consumer', act: 'postMessage' },
      { by: 'clerk', act: 'propose' },
    ],
  },
  'agreement-at-first-proposal': {
    steps: [...scenarios.agreed, { by: 'consumer', act: 'postMessage' }],
  },
  'agreement-after-counter-and-edit': {
    steps: scenarios.countered,
    async then(play) {
      const stale = await play.prepare({ by: 'consumer', act: 'acceptProposal' });
      await play.step({ by: 'clerk', act: 'editProposal' });
      await play.send(stale).catch(() => undefined);
      await play.step({ by: 'consumer', act: 'acceptProposal' });
    },
  },
  'refused-by-merchant': { steps: scenarios.refused },
  'withdrawn-by-consumer': { steps: scenarios.closedByConsumer },
  'taken-over-by-another': { steps: [...scenarios.inNegotiation, { by: 'otherClerk', act: 'takeCharge' }] },
  'mediation-agreement-by-both': {
    steps: [
      ...scenarios.inMediation,
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' },
      { by: 'mediator', act: 'propose' },
      { by: 'consumer', act: 'acceptProposal' },
      { by: 'clerk', act: 'acceptProposal' },
    ],
  },
  'mediation-open-with-one-acceptance': {
    steps: [...scenarios.mediatorProposed, { by: 'consumer', act: 'acceptProposal' }],
  },
  'mediation-open-with-a-revision-asked': {
    steps: [
      ...scenarios.mediatorProposed,
      { by: 'consumer', act: 'askForRevision' },
      { by: 'mediator', act: 'editProposal' },
      { by: 'clerk', act: 'askForRevision' },
      { by: 'clerk', act: 'acceptProposal' },
    ],
  },
  'mediation-handed-on-and-opened': {
    steps: [...scenarios.inMediation, { by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' }],
    // The history beside was recorded before ADR 49: the Office names again the person who had handed it back.
    async then(play, { pool }) {
      await handOn(pool, play);
      await play.step({ by: 'consumer', act: 'openCaucus' });
    },
  },
  'mediation-closed-as-announced': {
    steps: [
      ...scenarios.closingAnnounced,
      { by: 'mediator', act: 'propose' },
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true },
      { by: 'mediator', act: 'closeMediation' },
    ],
  },
  /** Each act as an update or a signal of its own name, with the Office's answers to the mediator. */
  'acts-by-their-names': {
    steps: [
      ...scenarios.inMediation,
      { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' },
      { by: 'mediator', act: 'reportToOffice', kind: 'delay' },
      { by: 'officer', act: 'contactSide', side: 'merchant', way: 'missed' },
      { by: 'officer', act: 'contactSide', side: 'merchant', way: 'letter' },
      { by: 'officer', act: 'answerReport', answer: 'seen' },
      { by: 'mediator', act: 'propose' },
      { by: 'consumer', act: 'acceptProposal' },
    ],
    async then(play, suite) {
      const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
      const accept = await play.prepare({ by: 'clerk', act: 'acceptProposal' });
      for (const each of [accept, { ...accept, key: randomUUID() }])
        await handle.signal(messageNameOf(each.command.type), suite.prove(play.dossierId, each));
      await eventually(async () => ((await play.state()).status === 'closed' ? true : null));
    },
  },
  'mediation-taken-back-from-a-silent-mediator': {
    steps: [
      ...scenarios.inMediation,
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' },
      { by: 'consumer', act: 'withdrawFromMediation' },
      { by: 'officer', act: 'releaseMediator' },
      { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
      { by: 'mediator', act: 'declareNoConflict' },
    ],
  },
  // By a command as they were before ADR 49, to which any word of the mediator's in the room was enough, whatever was proposed since.
  'mediation-closed-after-any-word': {
    steps: [...scenarios.inMediation, { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' }],
    async then(play) {
      await play.step({ by: 'mediator', act: 'propose' });
      const { key, command } = await play.prepare({ by: 'mediator', act: 'closeMediation' });
      const { mustAnnounce: _, ...before } = command;
      await play.send({ key, command: before });
    },
  },
  'mediation-handed-back-saying-why': {
    steps: [...scenarios.mediatorProposed, { by: 'mediator', act: 'recuse', tellParties: true }],
    then: (play, { pool }) => nameAnother(pool, play),
  },
  'signals-taken-and-refused': {
    steps: scenarios.submitted,
    async then(play, suite) {
      const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
      const take = await play.prepare({ by: 'clerk', act: 'takeCharge' });
      for (const each of [take, { ...take, key: randomUUID() }])
        await handle.signal(commandSignal, suite.prove(play.dossierId, each));
      await play.step({ by: 'consumer', act: 'postMessage' });
    },
  },
};

/** Plays one of them. */
export async function playRecorded(suite: EngineSuite, { steps, then }: Recorded): Promise<Play> {
  const play = await openPlay(suite, steps);
  await then?.(play, suite);
  return play;
}
