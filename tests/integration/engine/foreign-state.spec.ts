import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createActivities } from '#activities/index.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { deadlineCommandKey, dossierWorkflowId } from '#contracts/ids.ts';
import {
  commandUpdate,
  dossierWorkflow,
  type CommandEnvelope,
  type DossierInput,
  type RecordInput,
  type RecordResult,
} from '#contracts/messages/dossier.ts';
import { deadlines, decide } from '#domain/dossier/index.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { acceptance, codeOf, journalOf, toldOf } from '#tests/kit/engine/forgery.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

/** What a worker runs, to be asked directly, as a workflow of somebody's own could. */
let record: (input: RecordInput) => Promise<RecordResult>;
let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite({
    activities(real) {
      ({ record } = real);
      return real;
    },
  });
});
afterAll(() => suite?.stop());

const prove = (play: Play, envelope: CommandEnvelope) => suite.prove(play.dossierId, envelope);

describe('a workflow that somebody starts knows nothing that the journal does not', () => {
  const start = (input: DossierInput) =>
    suite.client.workflow.start(dossierWorkflow, {
      workflowId: dossierWorkflowId(input.dossierId),
      taskQueue: suite.taskQueue,
      args: [input],
      workflowIdReusePolicy: 'TERMINATE_IF_RUNNING',
    });

  test('a dossier that nobody opened is not opened', async () => {
    const dossierId = randomUUID();
    const { consumer: by, merchantId } = suite.people;
    const command = { type: 'createDossier', dossierId, merchantId, policy: standardPolicy, by } as const;
    const handle = await start({ dossierId, state: null });
    const update = handle.executeUpdate(commandUpdate, { args: [{ key: randomUUID(), command }] });
    expect(await codeOf(update)).toBe('command.unproved');
    expect((await suite.pool.query(`select 1 from dossier where id = $1`, [dossierId])).rowCount).toBe(0);
    await handle.terminate();
  });

  test('with another state in which the same act says something else: the journal’s own is what it is decided on', async () => {
    const play = await openPlay(suite, inNegotiation);
    const state = await play.state();
    // In this one the offer is the merchant's own, so that the clerk could not accept it and the consumer could.
    const [offer] = state.proposals;
    const forged: Dossier = { ...state, proposals: [{ ...offer!, author: 'merchant' }] };
    await start({ dossierId: play.dossierId, state: forged });
    const accept = { ...(await play.prepare({ by: 'clerk', act: 'acceptProposal' })) };
    const own = { ...accept, key: randomUUID(), command: { ...accept.command, by: suite.people.consumer } };
    await expect(play.send(own)).rejects.toMatchObject({ name: 'AppError' });
    expect(toldOf(suite, play)).toEqual(['events']);
    expect((await play.state()).status).toBe('negotiation');
    // The workflow has taken the journal's state, and goes on from there.
    expect(await play.send(accept)).toMatchObject({ status: 'closed' });
    expect((await play.state()).proposals[0]!.author).toBe('consumer');
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true });
  });

  test('with a state in which a deadline has come: it passes no deadline that has not', async () => {
    const play = await openPlay(suite, submitted);
    const state = await play.state();
    const past = new Date(Date.now() - 400 * 86_400_000).toISOString();
    await start({ dossierId: play.dossierId, state: { ...state, submittedAt: past } });
    await eventually(async () => toldOf(suite, play).length > 0);
    expect(new Set(toldOf(suite, play))).toEqual(new Set(['events']));
    expect(await play.state()).toEqual(state);
    expect(await play.step({ by: 'clerk', act: 'takeCharge' })).toMatchObject({ status: 'negotiation' });
  });
});

describe('an activity that somebody asks for writes nothing of its own', () => {
  type Known = { state: Dossier; envelope: CommandEnvelope; at?: string };

  /** What a workflow would record for a command, as of `state`. */
  function inputOf({ dossierId }: Play, { state, envelope, at = new Date().toISOString() }: Known): RecordInput {
    return { dossierId, expectedSeq: state.seq, events: decide(state, envelope.command, at), envelope };
  }

  test('other events than the command’s are not written, nor those of a clock that is ahead', async () => {
    const { play, envelope } = await acceptance(suite);
    const state = await play.state();
    const right = inputOf(play, { state, envelope: prove(play, envelope) });
    const before = await journalOf(suite, play);
    const richer = {
      ...right,
      events: [...right.events, { ...right.events[0]!, type: 'dossierPurged' }],
    } as RecordInput;
    expect(await record(richer)).toMatchObject({ outcome: 'ahead', seq: state.seq });
    const none = { ...right, events: [] };
    expect(await record(none)).toMatchObject({ outcome: 'ahead', seq: state.seq });
    const odd = { ...right, events: right.events.map((event) => ({ ...event, at: 'zzzz' })) };
    expect(await record(odd)).toMatchObject({ outcome: 'ahead', seq: state.seq });
    const ahead = inputOf(play, {
      state,
      envelope: prove(play, envelope),
      at: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await expect(record(ahead)).rejects.toMatchObject({ type: 'journal.failed', message: 'journal.failed clock' });
    expect(await journalOf(suite, play)).toEqual(before);
    expect(toldOf(suite, play)).toEqual(['events', 'events', 'events', 'clock']);
    expect(await record(right)).toMatchObject({ outcome: 'recorded' });
  });

  test('a deadline that has not come does not pass', async () => {
    const play = await openPlay(suite, submitted);
    const state = await play.state();
    const [next] = deadlines(state);
    const own = (key: string): CommandEnvelope => ({
      key,
      command: { type: 'passDeadline', kind: next!.kind, by: { role: 'system' } },
    });
    const due = new Date(Date.parse(next!.at) + 1).toISOString();
    const before = await journalOf(suite, play);
    const early = inputOf(play, { state, envelope: own(deadlineCommandKey(next!.kind, next!.at)), at: due });
    await expect(record(early)).rejects.toMatchObject({ message: 'journal.failed clock' });
    const dated = { ...early, events: early.events.map((event) => ({ ...event, at: new Date().toISOString() })) };
    expect(await record(dated)).toMatchObject({ outcome: 'ahead' });
    expect(await journalOf(suite, play)).toEqual(before);
    expect(toldOf(suite, play)).toEqual(['clock', 'events']);
  });

  test('a deadline that has come passes under its own key only: it uses up nobody’s form', async () => {
    const dossierId = randomUUID();
    const { consumer: by, merchantId } = suite.people;
    const policy = { ...standardPolicy, draft: { seconds: 0.001 }, draftReminders: [] };
    const opening = {
      key: randomUUID(),
      command: { type: 'createDossier', dossierId, merchantId, policy, by },
    } as const;
    const at = new Date(Date.now() - 1_000).toISOString();
    const events = decide(null, opening.command, at);
    const envelope = suite.prove(dossierId, opening);
    expect(await record({ dossierId, expectedSeq: 0, events, envelope })).toMatchObject({ outcome: 'recorded' });
    const state = (await suite.engine.state(dossierId))!;
    const [due] = deadlines(state);
    const pass = (key: string): RecordInput => {
      const own: CommandEnvelope = { key, command: { type: 'passDeadline', kind: due!.kind, by: { role: 'system' } } };
      return { dossierId, expectedSeq: 1, events: decide(state, own.command, new Date().toISOString()), envelope: own };
    };
    expect(await record(pass(randomUUID()))).toEqual({ outcome: 'unproved' });
    expect(suite.disbelieved.at(-1)).toEqual({ why: 'deadline', dossierId, commandType: 'passDeadline' });
    expect(await record(pass(deadlineCommandKey(due!.kind, due!.at)))).toMatchObject({ outcome: 'recorded' });
    expect(await suite.engine.state(dossierId)).toMatchObject({ status: 'expired' });
  });

  test('what another process journalled meanwhile is seen, and decided on', async () => {
    const play = await openPlay(suite, inNegotiation);
    const admission = { keys: [suite.commandKey], disbelieved: () => undefined };
    const nothing = async () => undefined;
    const ports = { renderDocument: nothing, notify: nothing, eraseContent: nothing };
    const another = createActivities({
      ...{ journalDb: suite.db, db: suite.db, ports, admission },
      engine: { identity: async () => '', seqOf: async () => 'unknown', wake: nothing },
      notices: { take: () => true, stop: nothing },
    });
    const post = async () =>
      inputOf(play, {
        state: await play.state(),
        envelope: prove(play, await play.prepare({ by: 'clerk', act: 'postMessage' })),
      });
    expect(await another.record(await post())).toMatchObject({ outcome: 'recorded' });
    expect(await record(await post())).toMatchObject({ outcome: 'recorded' });
    expect(await another.record(await post())).toMatchObject({ outcome: 'recorded' });
    const { seq } = await play.state();
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true, events: seq });
    expect(await play.step({ by: 'consumer', act: 'postMessage' })).toMatchObject({ seq: seq + 1 });
  });
});
