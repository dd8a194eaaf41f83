import { randomUUID } from 'node:crypto';
import { commandSignal } from '#contracts/messages/dossier.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { envelope, openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** A dossier played on a real server, whose history is recorded under the scenario's name. */
export type Scenario = { name: string; play(suite: EngineSuite): Promise<Play> };

const closing = async (play: Play, by: Play['people']['consumer'] | Play['people']['clerk']) => ({
  reason: 'plus_interet',
  justificationId: await play.drafts.justification(by),
});

/** Open and closed dossiers, each by another path. */
export const scenarios: Scenario[] = [
  { name: 'draft-open', play: (suite) => openPlay(suite) },
  {
    name: 'negotiation-open-with-messages',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      await play.takeCharge();
      await play.say(play.people.clerk);
      await play.say(play.people.consumer);
      await play.propose(play.people.clerk);
      return play;
    },
  },
  {
    name: 'agreement-at-first-proposal',
    async play(suite) {
      const play = await openPlay(suite);
      const proposalId = await play.submit();
      await play.takeCharge();
      await play.accept(play.people.clerk, proposalId);
      await play.say(play.people.consumer);
      return play;
    },
  },
  {
    name: 'agreement-after-counter-and-edit',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      await play.takeCharge();
      const proposalId = await play.propose(play.people.clerk);
      await play.edit(play.people.clerk, proposalId, 1);
      await play.accept(play.people.consumer, proposalId, 1).catch(() => undefined);
      await play.accept(play.people.consumer, proposalId, 2);
      return play;
    },
  },
  {
    name: 'refused-by-merchant',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      await play.give(play.people.clerk, { type: 'refuseToNegotiate', ...(await closing(play, play.people.clerk)) });
      return play;
    },
  },
  {
    name: 'withdrawn-by-consumer',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      await play.takeCharge();
      await play.give(play.people.consumer, { type: 'closeDossier', ...(await closing(play, play.people.consumer)) });
      return play;
    },
  },
  {
    name: 'taken-over-by-another',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      await play.takeCharge();
      await play.give(play.people.otherClerk, { type: 'takeCharge', replaces: play.people.clerk.userId });
      return play;
    },
  },
  {
    name: 'mediation-agreement-by-both',
    async play(suite) {
      const play = await openPlay(suite);
      await play.toMediation();
      await play.say(play.people.mediator, 'mediationRoom');
      const proposalId = await play.propose(play.people.mediator);
      await play.accept(play.people.consumer, proposalId);
      await play.accept(play.people.clerk, proposalId);
      return play;
    },
  },
  {
    name: 'mediation-open-with-one-acceptance',
    async play(suite) {
      const play = await openPlay(suite);
      await play.toMediation();
      const proposalId = await play.propose(play.people.mediator);
      await play.accept(play.people.consumer, proposalId);
      return play;
    },
  },
  {
    name: 'signals-taken-and-refused',
    async play(suite) {
      const play = await openPlay(suite);
      await play.submit();
      const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
      const take = { type: 'takeCharge', replaces: null } as const;
      await handle.signal(commandSignal, envelope(play.people.clerk, take, randomUUID()));
      await handle.signal(commandSignal, envelope(play.people.clerk, take, randomUUID()));
      await play.say(play.people.consumer);
      return play;
    },
  },
];
