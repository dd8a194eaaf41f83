import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { CompiledQuery } from 'kysely';
import { randomUUID } from 'node:crypto';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import {
  commandSignal,
  commandUnproved,
  commandUpdate,
  stateQuery,
  turnQuery,
  type CommandResult,
} from '#contracts/messages/dossier.ts';
import { loadJournalled } from '#db/journal/dossier.ts';
import { deadlines } from '#domain/dossier/deadlines.ts';
import type { Turn } from '#domain/dossier/types.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { draft, inMediation, inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite();
});
afterAll(() => suite?.stop());

const eventsOf = async (dossierId: string): Promise<string[]> => {
  const sql = `select type from dossier_event where dossier_id = $1 order by seq`;
  return (await suite.pool.query<{ type: string }>(sql, [dossierId])).rows.map(({ type }) => type);
};

/** The real client, but for the first two updates, which fail as the server fails one that it drops; notes the update ids. */
function dropping(client: Client, type: string, sent: (string | undefined)[]): Client {
  const getHandle = (workflowId: string) => {
    const handle = client.workflow.getHandle(workflowId);
    const executeUpdate: typeof handle.executeUpdate = (update: string, options: { updateId?: string }) => {
      sent.push(options.updateId);
      if (sent.length > 2) return handle.executeUpdate(update, options as never) as never;
      const failure = ApplicationFailure.create({ type, nonRetryable: true, message: 'dropped' });
      return Promise.reject(new WorkflowUpdateFailedError('Workflow Update failed', failure));
    };
    return { ...handle, executeUpdate };
  };
  const workflow = Object.create(client.workflow, { getHandle: { value: getHandle } });
  return Object.create(client, { workflow: { value: workflow } }) as Client;
}

describe('commands of a dossier on the real server', () => {
  test('F-102 an ordinary dispute goes from draft to agreement and its chain holds', async () => {
    const play = await openPlay(suite, inNegotiation);
    const { proposalId: offer } = (await play.step({ by: 'clerk', act: 'propose' })).command;
    const result = await play.send(await play.prepare({ by: 'consumer', act: 'acceptProposal' }));
    expect(result).toEqual({ seq: 8, status: 'closed', repeated: false });
    expect((await play.state()).closing).toMatchObject({ outcome: 'agreement', agreement: { proposalId: offer } });
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true, events: 8 });
    const row = await suite.pool.query(
      `select number, status, outcome, turn_what, proposals_count, problem_kind, seq from dossier where id = $1`,
      [play.dossierId],
    );
    expect(row.rows[0]).toMatchObject({ status: 'closed', outcome: 'agreement', proposals_count: 2, seq: 8 });
    expect(row.rows[0].number).toMatch(/^\d{4}-\d{6}$/);
  });

  test('a command submitted twice at once has one effect, and both hear the same', async () => {
    const play = await openPlay(suite, inNegotiation);
    const post = await play.prepare({ by: 'consumer', act: 'postMessage' });
    const answers = await Promise.all([1, 2, 3].map(() => play.send(post)));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect(await play.send(post)).toMatchObject({ seq: answers[0]!.seq });
    expect((await eventsOf(play.dossierId)).filter((type) => type === 'messagePosted')).toHaveLength(1);
  });

  test('a key that was used for a command is refused for another one, and nothing is done; whoever gives the same one is answered', async () => {
    const play = await openPlay(suite, inNegotiation);
    const first = await play.prepare({ by: 'consumer', act: 'postMessage' });
    const second = { ...(await play.prepare({ by: 'consumer', act: 'postMessage' })), key: first.key };
    const another = { ...(await play.prepare({ by: 'clerk', act: 'requestMediation' })), key: first.key };
    const { seq } = await play.send(first);
    await expect(play.send(second)).rejects.toMatchObject({ name: 'AppError', code: 'form.used' });
    await expect(play.send(another)).rejects.toMatchObject({ code: 'form.used' });
    expect(await play.send(first)).toMatchObject({ seq });
    expect((await eventsOf(play.dossierId)).filter((type) => type === 'messagePosted')).toHaveLength(1);
    expect((await play.state()).status).toBe('negotiation');
    const { rows } = await suite.pool.query(`select published_at from message where id = $1`, [
      second.command.messageId,
    ]);
    expect(rows).toEqual([{ published_at: null }]);
  });

  test('two commands at once under one key: one is done, the other is refused', async () => {
    const play = await openPlay(suite, inNegotiation);
    const first = await play.prepare({ by: 'consumer', act: 'postMessage' });
    const second = { ...(await play.prepare({ by: 'consumer', act: 'postMessage' })), key: first.key };
    const answers = await Promise.allSettled([play.send(first), play.send(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await eventsOf(play.dossierId)).filter((type) => type === 'messagePosted')).toHaveLength(1);
  });

  test('the same key under another update id is answered from the state, and not obeyed again', async () => {
    const play = await openPlay(suite, submitted);
    const take = suite.prove(play.dossierId, await play.prepare({ by: 'clerk', act: 'takeCharge' }));
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    const first = await handle.executeUpdate<CommandResult, [typeof take]>(commandUpdate, { args: [take] });
    const second = await handle.executeUpdate<CommandResult, [typeof take]>(commandUpdate, { args: [take] });
    expect(first).toEqual({ seq: 4, status: 'negotiation', repeated: false });
    expect(second).toEqual({ seq: 4, status: 'negotiation', repeated: true });
  });

  test('A-13 an acceptance of a version edited meanwhile is refused with the present version', async () => {
    const play = await openPlay(suite, inNegotiation);
    const { proposalId: offer } = (await play.step({ by: 'clerk', act: 'propose' })).command;
    const stale = await play.prepare({ by: 'consumer', act: 'acceptProposal' });
    await play.step({ by: 'clerk', act: 'editProposal' });
    await expect(play.send(stale)).rejects.toMatchObject({
      name: 'AppError',
      code: 'proposal.stale',
      params: { proposalId: offer, version: 2 },
    });
    expect(await play.step({ by: 'consumer', act: 'acceptProposal' })).toMatchObject({ status: 'closed' });
  });

  test('A-13 of an edit and an acceptance sent together, one wins and the other is told', async () => {
    const play = await openPlay(suite, inNegotiation);
    await play.step({ by: 'clerk', act: 'propose' });
    const acceptance = await play.prepare({ by: 'consumer', act: 'acceptProposal' });
    const version = await play.prepare({ by: 'clerk', act: 'editProposal' });
    const outcomes = await Promise.allSettled([play.send(acceptance), play.send(version)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(['proposal.stale', 'dossier.closed']).toContain(refused.reason.code);
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true });
  });

  test('sixteen people at once on one dossier: every act is journalled once, in one chain', async () => {
    const play = await openPlay(suite, inNegotiation);
    const acts = Array.from({ length: 16 }, (_, index) =>
      play.step({ by: index % 2 === 0 ? 'consumer' : 'clerk', act: 'postMessage' }),
    );
    await Promise.all(acts);
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true, events: 20 });
    const counts = await suite.pool.query(`select messages_count from dossier where id = $1`, [play.dossierId]);
    expect(counts.rows[0].messages_count).toBe(16);
  });

  test.each(['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'])(
    'a command that the server drops (%s) is given anew and obeyed once',
    async (type) => {
      const play = await openPlay(suite, submitted);
      const sent: (string | undefined)[] = [];
      const engine = createEngine({ ...suite, client: dropping(suite.client, type, sent) });
      const command = await play.prepare({ by: 'clerk', act: 'takeCharge' });
      const result = await engine.command(play.dossierId, command);
      expect(result).toMatchObject({ status: 'negotiation', repeated: false });
      const first = expect.stringMatching(`^${command.key}:[0-9a-f]{16}$`);
      const again = expect.stringMatching(`^${command.key}:[0-9a-f]{16}~`);
      expect(sent).toEqual([first, again, again]);
      expect(await eventsOf(play.dossierId)).toHaveLength(result.seq);
    },
  );

  test('a command on a dossier that is not there is refused as unknown', async () => {
    const play = await openPlay(suite, submitted);
    const command = await play.prepare({ by: 'clerk', act: 'takeCharge' });
    await expect(suite.engine.command(randomUUID(), command)).rejects.toMatchObject({ code: 'dossier.unknown' });
  });

  test('a signal is obeyed like the command, and a refused one is journalled and changes nothing', async () => {
    const play = await openPlay(suite);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    const early = suite.prove(play.dossierId, await play.prepare({ by: 'clerk', act: 'takeCharge' }));
    await handle.signal(commandSignal, early);
    const refused = await eventually(async () => {
      const sql = `select refused_code, command_type, seq from dossier_command where dossier_id = $1 and command_key = $2`;
      return (await suite.pool.query(sql, [play.dossierId, early.key])).rows[0];
    });
    expect(refused).toEqual({ refused_code: 'dossier.not_submitted', command_type: 'takeCharge', seq: 1 });
    expect(await play.state()).toMatchObject({ status: 'draft', seq: 1 });
    await play.step({ by: 'consumer', act: 'submitDossier' });
    // The same signal sent again by an integration that insists: it is decided anew, and obeyed once.
    await handle.signal(commandSignal, early);
    await handle.signal(commandSignal, early);
    await eventually(async () => (await play.state()).status === 'negotiation');
    expect((await eventsOf(play.dossierId)).filter((type) => type === 'chargeTaken')).toHaveLength(1);
    const description = await handle.describe();
    expect(description.status.name).toBe('RUNNING');
  });

  test('a history reads as what people did: each act is an update of its name, and its journalling says so', async () => {
    const play = await openPlay(suite, inNegotiation);
    await play.step({ by: 'clerk', act: 'propose' });
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    const { events } = await handle.fetchHistory();
    const names = (events ?? []).flatMap((event) => {
      const name = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name;
      return name ? [name] : [];
    });
    expect(names).toEqual(['createDossier', 'submitDossier', 'takeCharge', 'makeProposal']);
    const summaries = (events ?? []).flatMap(({ markerRecordedEventAttributes: marker, userMetadata }) =>
      marker && userMetadata?.summary?.data ? [JSON.parse(Buffer.from(userMetadata.summary.data).toString())] : [],
    );
    expect(summaries).toEqual(['createDossier', 'submitDossier', 'takeCharge', 'propose']);
  });

  test('a command under the name of another is refused, and what is no command is left aside; the dossier goes on', async () => {
    const play = await openPlay(suite, submitted);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    const take = suite.prove(play.dossierId, await play.prepare({ by: 'clerk', act: 'takeCharge' }));
    const wrong = handle.executeUpdate<CommandResult, [typeof take]>('closeDossier', { args: [take] });
    await expect(wrong).rejects.toMatchObject({ cause: { type: commandUnproved } });
    for (const given of [[take], [null], [{ key: 'k' }], []]) await handle.signal('closeDossier', ...given);
    for (const given of [[null], ['takeCharge'], []]) await handle.signal(commandSignal, ...given);
    expect(await play.state()).toMatchObject({ status: 'submitted' });
    await handle.signal('takeCharge', take);
    await eventually(async () => (await play.state()).status === 'negotiation');
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });

  test('content that is missing, of another dossier or already published refuses the command, and nothing is journalled', async () => {
    const play = await openPlay(suite, inNegotiation);
    const other = await openPlay(suite);
    const foreign = await other.drafts.message(suite.people.consumer);
    const { messageId: used } = (await play.step({ by: 'consumer', act: 'postMessage' })).command;
    for (const messageId of [randomUUID(), foreign, used]) {
      const post = await play.prepare({ by: 'consumer', act: 'postMessage' });
      const stray = { ...post, command: { ...post.command, messageId } };
      await expect(play.send(stray)).rejects.toMatchObject({ code: 'value.invalid' });
    }
    expect(await eventsOf(play.dossierId)).toHaveLength(5);
    const left = await suite.pool.query(`select published_at from message where id = $1`, [foreign]);
    expect(left.rows[0].published_at).toBeNull();
    // The dossier goes on: the workflow never took the refused state.
    expect(await play.step({ by: 'clerk', act: 'postMessage' })).toBeTruthy();
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true, events: 6 });
  });

  test('B-06 whatever is changed in the journal afterwards shows', async () => {
    const play = await openPlay(suite, inNegotiation);
    const change = async (statement: string): Promise<unknown> => {
      const transaction = await suite.db.startTransaction().execute();
      try {
        // Who owns the tables can do away with what keeps them.
        await transaction.executeQuery(CompiledQuery.raw('alter table dossier_event disable trigger user'));
        await transaction.executeQuery(CompiledQuery.raw(statement, [play.dossierId]));
        return await verifyChain(transaction, play.dossierId);
      } finally {
        await transaction.rollback().execute();
      }
    };
    expect(
      await change(`update dossier_event set at = at - interval '1 day' where dossier_id = $1 and seq = 2`),
    ).toEqual({
      intact: false,
      seq: 2,
      why: 'altered',
    });
    const forged = `update dossier_event set payload = payload || '{"by":{"role":"officer"}}' where dossier_id = $1 and seq = 3`;
    expect(await change(forged)).toMatchObject({ intact: false, seq: 3 });
    expect(await change(`delete from dossier_event where dossier_id = $1 and seq = 2`)).toMatchObject({
      why: 'missing',
    });
    expect(await change(`delete from dossier_event where dossier_id = $1 and seq = 4`)).toMatchObject({ why: 'head' });
    expect(await change(`select $1::uuid`)).toMatchObject({ intact: true, events: 4 });
  });

  test('F-073 F-077 F-071 a representative is named, accepts, and is then the only one who acts', async () => {
    const { people } = suite;
    const play = await openPlay(suite);
    const { invitationId } = (await play.step({ by: 'consumer', act: 'nameRepresentative' })).command;
    await play.step({ by: 'friend', act: 'acceptInvitation' });
    const represented = await suite.pool.query(`select representative_id from dossier where id = $1`, [play.dossierId]);
    expect(represented.rows[0].representative_id).toBe(people.friend.userId);
    await expect(play.step({ by: 'consumer', act: 'submitDossier' })).rejects.toMatchObject({
      code: 'actor.represented',
    });
    await play.step({ by: 'consumer', act: 'removeRepresentative' });
    const invitation = await suite.pool.query(`select accepted_by, revoked_at from invitation where id = $1`, [
      invitationId,
    ]);
    expect(invitation.rows[0].accepted_by).toBe(people.friend.userId);
    expect(invitation.rows[0].revoked_at).not.toBeNull();
    await play.step({ by: 'consumer', act: 'submitDossier' });
  });

  test('A-02 A-33 shared messages reach the mediator, a withdrawn document leaves a tombstone', async () => {
    const { pool } = suite;
    const play = await openPlay(suite, inNegotiation);
    const { messageId: kept } = (await play.step({ by: 'consumer', act: 'postMessage' })).command;
    const { messageId: told } = (await play.step({ by: 'consumer', act: 'postMessage' })).command;
    const { documentId } = (await play.step({ by: 'consumer', act: 'addDocument' })).command;
    const { justificationId } = (await play.step({ by: 'consumer', act: 'withdrawDocument' })).command;
    await play.step({ by: 'clerk', act: 'propose' });
    await play.step({ by: 'consumer', act: 'requestMediation' });
    await play.step({ by: 'officer', act: 'assignMediator', mediator: 'mediator' });
    await play.step({ by: 'mediator', act: 'declareNoConflict' });
    await play.step({ by: 'consumer', act: 'shareMessages', count: 1 });
    const { rows } = await pool.query(
      `select id from message where shared_with_mediator_at is not null and dossier_id = $1`,
      [play.dossierId],
    );
    expect(rows.map(({ id }) => id)).toEqual([told]);
    expect(rows.map(({ id }) => id)).not.toContain(kept);
    const document = await pool.query(`select withdrawn_at, withdrawal_id from document where id = $1`, [documentId]);
    expect(document.rows[0]).toMatchObject({ withdrawal_id: justificationId });
    expect(document.rows[0].withdrawn_at).not.toBeNull();
    const counts = await pool.query(`select documents_count, messages_count from dossier where id = $1`, [
      play.dossierId,
    ]);
    expect(counts.rows[0]).toEqual({ documents_count: 0, messages_count: 2 });
  });

  test('operators read search attributes, queries and a summary without a personal datum', async () => {
    const play = await openPlay(suite, inMediation);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    // The keys that the workflow handled are those that stand with the journal's commands.
    expect(await handle.query(stateQuery)).toEqual((await loadJournalled(suite.db, play.dossierId))?.state);
    expect(await handle.query<Turn>(turnQuery)).toMatchObject({ who: 'mediator' });
    const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails).toContain(suite.people.mediator.userId);
    expect(currentDetails).toContain('mediationTarget');
    const { rows } = await suite.pool.query<{ number: string }>(`select number from dossier where id = $1`, [
      play.dossierId,
    ]);
    const { number } = rows[0]!;
    expect(currentDetails).toContain(`**${number}**`);
    const found = await eventually(async () => {
      const named = `DossierNumber = '${number}' and DossierStatus = 'mediation'`;
      const query = `${named} and MediatorId = '${suite.people.mediator.userId}'`;
      for await (const { workflowId } of suite.client.workflow.list({ query })) {
        if (workflowId === dossierWorkflowId(play.dossierId)) return true;
      }
      return false;
    });
    expect(found).toBe(true);
    const state = await play.state();
    const { typedSearchAttributes } = await handle.describe();
    const shown = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(shown).toMatchObject({
      DossierTurn: state.awaiting?.who ?? 'none',
      NextDeadline: new Date(deadlines(state)[0]!.at),
    });
  });

  test('an act that asks nothing of the engine leaves no event but its own, and the operators’ summary knows of it', async () => {
    const play = await openPlay(suite, draft);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    // Each event has the attributes of its kind. Tasks are the engine's own way of asking, and the opening's notices may be made meanwhile.
    const kindsOf = async () =>
      ((await handle.fetchHistory()).events ?? [])
        .flatMap((event) => Object.keys(event).filter((key) => key.endsWith('EventAttributes')))
        .filter((kind) => !/^(workflow|activity)Task/.test(kind));
    const before = await kindsOf();
    await play.step({ by: 'consumer', act: 'addDocument' });
    const { seq } = await play.state();
    const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails).toContain(`- **events**: ${seq}\n`);
    expect((await kindsOf()).slice(before.length)).toEqual([
      'workflowExecutionUpdateAcceptedEventAttributes',
      'markerRecordedEventAttributes',
      'workflowExecutionUpdateCompletedEventAttributes',
    ]);
  });
});
