import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CommandEnvelope, CommandResult } from '#contracts/messages/dossier.ts';
import type { Command, CommandType } from '#domain/dossier/commands.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import type { Actor, Dossier } from '#domain/dossier/types.ts';
import type { Place } from '#domain/testing/people.ts';
import { commandOf, seenOf, type Ids } from '#domain/testing/scenario/command-of.ts';
import { draft, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import type { CommandOf, Step, StepOf } from '#domain/testing/scenario/step.ts';
import type { Engine } from '#web/server/services/engine.ts';
import type { People } from '../people.ts';
import { createDrafts, type Drafts, type Words } from './drafts.ts';

/** A command that may be sent, under its key. */
type Envelope<A extends CommandType> = CommandEnvelope & { command: CommandOf<A> & { by: Actor } };

/** What came of a step, and the command that it was. */
type Done<A extends CommandType> = CommandResult & { command: CommandOf<A> };

/** A dossier of a test, on which people do the steps of a scenario through the engine, as the web does. */
export type Play = {
  dossierId: string;
  drafts: Drafts;
  people: People;
  state(): Promise<Dossier>;
  /** Steps one after the other. */
  run(steps: readonly Step<Place>[]): Promise<void>;
  /** One step: what it names is written, and its command given. */
  step<A extends CommandType>(step: StepOf<A, Place>): Promise<Done<A>>;
  /** A step up to the sending: its command is as its author sees the dossier now, whatever happens until it is sent. */
  prepare<A extends CommandType>(step: StepOf<A, Place>): Promise<Envelope<A>>;
  /** Gives what was prepared; twice is the same form sent again. */
  send(envelope: CommandEnvelope): Promise<CommandResult>;
};

type Where = { engine: Engine; pool: Pool; people: People };

/** Opens a dossier and plays the scenario on it. */
export async function openPlay(
  { engine, pool, people }: Where,
  scenario: Scenario = draft,
  { policy, ...words }: { policy?: Policy } & Words = {},
): Promise<Play> {
  const dossierId = randomUUID();
  const drafts = createDrafts(pool, dossierId, words);
  const ids: Ids<Place> = {
    made: (thing) => (thing === 'dossier' ? dossierId : randomUUID()),
    account: (name) => (name === 'system' ? name : people[name].userId),
    merchantId: people.merchantId,
  };
  /** The messages to the other side that each has sent, the last of which are those that a share is of. */
  const sent = new Map<Place, string[]>();

  async function prepare<A extends CommandType>(step: StepOf<A, Place>): Promise<Envelope<A>> {
    const by: Actor = step.by === 'system' ? { role: 'system' } : people[step.by];
    const { command, writings } = commandOf(step, seenOf(await engine.state(dossierId), by), ids);
    for (const writing of writings) {
      if (by.role === 'system') throw new Error('the system writes nothing');
      const told = writing.row === 'share' ? (sent.get(step.by) ?? []).slice(-writing.count) : [];
      await drafts.write(by, writing, told);
    }
    return { key: randomUUID(), command: { ...command, by } as CommandOf<A> & { by: Actor } & Command };
  }
  const send = (envelope: CommandEnvelope): Promise<CommandResult> =>
    envelope.command.type === 'createDossier'
      ? engine.create(envelope as Parameters<Engine['create']>[0])
      : engine.command(dossierId, envelope);

  async function step<A extends CommandType>(step: StepOf<A, Place>): Promise<Done<A>> {
    const envelope = await prepare(step);
    const result = await send(envelope);
    const { command }: CommandEnvelope = envelope;
    if (command.type === 'postMessage' && command.thread === 'negotiation') {
      sent.set(step.by, [...(sent.get(step.by) ?? []), command.messageId]);
    }
    return { ...result, command: envelope.command };
  }
  const play: Play = {
    dossierId,
    drafts,
    people,
    state: async () => (await engine.state(dossierId))!,
    async run(steps) {
      for (const each of steps) await step(each);
    },
    step,
    prepare,
    send,
  };
  await play.run(scenario.map((each) => (each.act === 'createDossier' ? { ...each, policy } : each)));
  return play;
}
