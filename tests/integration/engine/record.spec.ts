import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { keyId } from '#activities/journal/anchors.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { verifyJournal, type Broken } from '#activities/journal/verify-journal.ts';
import { root } from '#scripts/system/paths.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { draft, inMediation, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

let suite: EngineSuite;
let key: string;
beforeAll(async () => {
  suite = await startEngineSuite();
  key = suite.servers.env['JOURNAL_KEY']!;
});
afterAll(() => suite?.stop());

const chainOf = (play: Play) => verifyChain(suite.db, play.dossierId);
const signedTo = async (play: Play): Promise<number> => {
  const sql = `select coalesce(max(seq), 0)::int as seq from journal_anchor where dossier_id = $1`;
  return (await suite.pool.query<{ seq: number }>(sql, [play.dossierId])).rows[0]!.seq;
};
const signed = (play: Play): Promise<unknown> =>
  eventually(async () => (await signedTo(play)) === (await play.state()).seq, { within: 10_000 });

/** What the check finds after somebody who owns the tables has changed them, triggers or not; then everything is as before. */
async function afterTampering(play: Play, statement: string, keys = [key]): Promise<Broken[]> {
  const transaction = await suite.db.startTransaction().execute();
  const ask = (text: string, values: unknown[] = []) => transaction.executeQuery(CompiledQuery.raw(text, values));
  try {
    await ask('set local session_replication_role = replica');
    const { numAffectedRows } = await ask(statement, [play.dossierId]);
    expect([statement, numAffectedRows]).not.toEqual([statement, 0n]);
    const { broken } = await verifyJournal(transaction, { keys });
    return broken.filter(({ dossierId }) => dossierId === play.dossierId);
  } finally {
    await transaction.rollback().execute();
  }
}

describe('B-06 what people wrote is sealed with the event that published it', () => {
  let play: Play;
  beforeAll(async () => {
    play = await openPlay(suite, draft);
    const form = `insert into dossier_form (dossier_id, title, problem) values ($1, 'Réfrigérateur', '{"item":"Réfrigérateur"}')`;
    await suite.pool.query(form, [play.dossierId]);
    await play.run(inNegotiation.slice(draft.length));
    await play.step({ by: 'consumer', act: 'postMessage', body: 'Avez-vous des nouvelles?' });
    await play.step({ by: 'clerk', act: 'postMessage', body: 'Pas encore.' });
    await play.run(inMediation.slice(inNegotiation.length));
    await play.step({ by: 'consumer', act: 'addDocument' });
    await play.step({ by: 'consumer', act: 'shareMessages', count: 1 });
    await signed(play);
  });

  test('a record that nobody touched holds, whoever acted in it', async () => {
    expect(await chainOf(play)).toMatchObject({ intact: true });
    const { broken, dossiers } = await verifyJournal(suite.db, { keys: [key] });
    expect(broken).toEqual([]);
    expect(dossiers).toBeGreaterThan(0);
  });

  test.each([
    ['the terms of a proposal', `update proposal_content set terms = terms || ' et 10 $' where dossier_id = $1`],
    ['who proposed', `update proposal_content set author_id = gen_random_uuid() where dossier_id = $1`],
    ['a message', `update message set body = 'Autre chose.' where dossier_id = $1`],
    [
      'the room of a message',
      `update message set thread = 'mediationRoom' where dossier_id = $1 and thread = 'negotiation'`,
    ],
    ['a file for another', `update document set sha256 = sha256('autre') where dossier_id = $1`],
    ['a form', `update dossier_form set problem = problem || '{"item":"Autre"}' where dossier_id = $1`],
    ['what was shared', `update message_share set message_ids = '{}' where dossier_id = $1`],
    [
      'a message, in a row that says it was erased,',
      `with said as (update dossier set status = 'purged' where id = $1) update message set body = 'Autre chose.' where dossier_id = $1`,
    ],
    ['a message removed', `delete from message where dossier_id = $1 and thread = 'negotiation'`],
  ])('%s, changed afterwards, is found', async (_what, statement) => {
    expect(await afterTampering(play, statement)).toEqual([
      { dossierId: play.dossierId, seq: expect.any(Number), why: 'content' },
    ]);
  });

  test('two texts exchanged are found', async () => {
    const swap = `update message m set body = o.body from message o where m.dossier_id = $1 and o.dossier_id = $1 and m.body <> o.body`;
    expect(await afterTampering(play, swap)).toMatchObject([{ why: 'content' }]);
  });
});

describe('a text is published by its author alone', () => {
  test.each(['postMessage', 'addDocument'] as const)(
    '%s names another person’s draft: refused, and it stays a draft',
    async (act) => {
      const play = await openPlay(suite, inNegotiation);
      const { command } = await play.prepare({ by: 'consumer', act });
      const stolen = { ...command, by: suite.people.clerk } as typeof command;
      await expect(play.send({ key: randomUUID(), command: stolen })).rejects.toMatchObject({ code: 'value.invalid' });
      expect(await chainOf(play)).toMatchObject({ intact: true });
      // Its author still can.
      expect(await play.send({ key: randomUUID(), command })).toMatchObject({ repeated: false });
    },
  );
});

describe('the journal is only added to', () => {
  test.each([
    `update dossier_event set at = now()`,
    `delete from dossier_event`,
    `truncate dossier_event`,
    `update audit_log set subject = ''`,
    `delete from journal_anchor`,
  ])('%s is refused', async (statement) => {
    const play = await openPlay(suite, inNegotiation);
    await signed(play);
    await suite.pool.query(`insert into audit_log (action, subject, detail) values ('test', 'test', '{}')`);
    await expect(suite.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the head of a chain is signed by a key that the web does not have', () => {
  test('a whole chain made anew by who has the database alone is found, and a signature of another key', async () => {
    const play = await openPlay(suite, inNegotiation);
    await signed(play);
    const anew = `with changed as (
        update dossier_event set hash = sha256(prev_hash || hash) where dossier_id = $1 and seq = 4 returning hash
      ) update dossier set head_hash = (select hash from changed) where id = $1`;
    expect(await afterTampering(play, anew)).toHaveLength(1);
    const resigned = `update journal_anchor set key_id = '${keyId('x'.repeat(40))}' where dossier_id = $1`;
    expect(await afterTampering(play, resigned)).toMatchObject([{ why: 'signature' }]);
    const other = `update journal_anchor set mac = sha256(mac) where dossier_id = $1`;
    expect(await afterTampering(play, other)).toMatchObject([{ why: 'signature' }]);
  });

  test('events removed from the end, signature left, are found', async () => {
    const play = await openPlay(suite, inNegotiation);
    await signed(play);
    const cut = `with gone as (delete from dossier_event where dossier_id = $1 and seq = 4)
      update dossier set seq = 3, head_hash = (select prev_hash from dossier_event where dossier_id = $1 and seq = 4) where id = $1`;
    expect(await afterTampering(play, cut)).toMatchObject([{ seq: 4, why: 'signature' }]);
  });

  test('a former key still verifies what it signed; without it, that is said', async () => {
    const play = await openPlay(suite, inNegotiation);
    await signed(play);
    const touch = `update dossier set problem_kind = problem_kind where id = $1`;
    expect(await afterTampering(play, touch, ['a new key of at least thirty-two characters', key])).toEqual([]);
    expect(await afterTampering(play, touch, ['a new key of at least thirty-two characters'])).toMatchObject([
      { why: 'signature' },
    ]);
  });
});

describe('npm run verify-journal', () => {
  const verify = async () => {
    const args = ['--disable-warning=ExperimentalWarning', 'scripts/verify-journal.ts'];
    const program = spawn(process.execPath, args, { env: { ...process.env, ...suite.servers.workerEnv }, cwd: root });
    let output = '';
    program.stdout.on('data', (piece) => (output += String(piece)));
    program.stderr.on('data', (piece) => (output += String(piece)));
    const [code] = (await once(program, 'close')) as [number];
    return { code, output };
  };

  test('says that everything holds, then which dossier does not, from where and why', async () => {
    const play = await openPlay(suite, inNegotiation);
    await signed(play);
    const calm = await verify();
    expect(calm).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+ dossiers, \d+ events; 0 do not hold\./),
    });
    const { rows } = await suite.pool.query(`select terms from proposal_content where dossier_id = $1`, [
      play.dossierId,
    ]);
    const set = `update proposal_content set terms = $2 where dossier_id = $1`;
    await suite.pool.query(set, [play.dossierId, 'Rien du tout.']);
    const found = await verify();
    expect(found.code).toBe(1);
    expect(found.output).toMatch(
      new RegExp(
        `^Dossier ${play.dossierId}, event \\d: what was published with this event was changed or is missing\\.`,
      ),
    );
    // The words themselves are not told.
    expect(found.output).not.toContain('Rien du tout');
    await suite.pool.query(set, [play.dossierId, rows[0].terms]);
  });
});
