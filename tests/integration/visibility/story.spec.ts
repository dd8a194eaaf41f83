import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { temporalOptions } from '#config/temporal.ts';
import { databaseOver } from '#db/database.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { startProduct, type Product } from '#tests/e2e/support/stage/product.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';
import { formsOf } from '#tests/kit/forms.ts';
import { followLive, type LiveStream } from '#tests/kit/live-stream.ts';
import { signedInTo, type SignedIn } from '#tests/kit/pages.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { allActs, readyForm } from './more-acts.ts';
import { knownIds, sendAs } from './sending.ts';

/**
 * Every form of the product is sent on the whole product as it runs, each of its texts with a mark of its own; then the marks are looked for in everything that is
 * written besides the pages: what both processes log at their most talkative, the histories of all workflows, live streams, the journal, mails.
 */
const mark = 'MARQUE';

/** Fields of words. What else is typed has a form: amounts, days, addresses of mail, numbers. */
const words =
  /(^|\.)(body|justification|nature|terms|description|what|answer|title|jobTitle|firstName|lastName|legalName|tradeNames|establishments|name|addressLine|city|accreditation|details|words)$/;

/** Names by which people and companies are known stand in mails: whom they are for, and from whom. */
const names = /firstName|lastName|legalName|tradeNames|\bname$|accreditation/;

let product: Product;
let pool: pg.Pool;
/** A consumer of another dossier. */
let stranger: string;
let connection: NativeConnection;
let site: { suite: EngineSuite; pages: SignedIn };
/** Texts that were sent, by their marks; accepted or not. */
const sent = new Map<string, string>();
const streams: LiveStream[] = [];
let played: { name: string; status: number; refused: number }[] = [];

beforeAll(async () => {
  product = await startProduct({ LOG_LEVEL: 'trace' });
  const { servers, env, origin } = product;
  pool = new pg.Pool({ connectionString: servers.databaseUrl, max: 4 });
  const people = await createPeople(pool);
  stranger = (await createPeople(pool)).consumer.userId;
  await admitEveryone(pool);
  const { connection: options, namespace } = temporalOptions(env);
  connection = await NativeConnection.connect(options);
  const client = new Client({ connection, namespace });
  const engine = createEngine({
    ...{ client, taskQueue: env.TEMPORAL_TASK_QUEUE, commandKey: env.COMMAND_KEY, db: databaseOver(pool) },
  });
  const suite = { pool, people, servers, engine, client } as unknown as EngineSuite;
  site = { suite, pages: signedInTo(pool, { origin, trusted: origin }) };
  played = [];
  for (const name of Object.keys(acts())) played.push({ name, ...(await playAct(name)) });
}, 180_000);

afterAll(async () => {
  await connection?.close();
  await pool?.end();
  await product?.stop();
});

const acts = () => allActs(site);

/** A text that no other form has: its act and its field. */
function marked(act: string, field: string): string {
  // In letters: names have no digits.
  const text = `${mark}${[...String(sent.size)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
  sent.set(text, `${act}: ${field}`);
  return text;
}

/** Sends the form of an act to be refused to a stranger, with every text marked, and then as it is accepted, while everyone of its dossier has a page open. */
async function playAct(name: string): Promise<{ status: number; refused: number }> {
  await pool.query('delete from rate_limit');
  const act = acts()[name]!;
  const { people } = site.suite;
  const play = await openPlay(site.suite, act.scenario);
  const form = await readyForm(act, play);
  const { fields, page } = form;
  const { userId } = people[act.by];
  const { html } = await site.pages.get(userId, page);
  const hidden = site.pages.hidden(html, act.field);
  const known = await knownIds(pool);
  const send = (as: string, sent: typeof fields) => sendAs(site.pages, as, { form: { ...form, fields: sent }, known });
  const open = act.page.path.includes(':dossierId') ? await followed(play.dossierId) : [];
  const typed = formsOf(html, page).flatMap((each) =>
    each.fields.filter(({ text }) => text).map((field) => field.name),
  );
  const all = Object.fromEntries(typed.map((each) => [each, marked(name, each)]));
  const refused = await send(stranger, { ...hidden, ...fields, ...all });
  // With what is no choice of any list, and words where days and amounts are due: as a rule its author is refused too.
  const first = await send(userId, { ...hidden, ...fields, ...all, reason: 'none', kind: 'none' });
  const again = site.pages.hidden((await site.pages.get(userId, page)).html, act.field);
  const said = Object.fromEntries(
    Object.keys(fields)
      .filter((each) => words.test(each) && fields[each] !== '')
      .map((each) => [each, marked(name, each)]),
  );
  const last = await send(userId, { ...again, ...fields, ...said });
  await eventually(async () => open.some(({ events }) => events.length > 0), { within: 500, every: 20 }).catch(() => 0);
  for (const stream of open) stream.close();
  return { status: Math.min(first.status, last.status), refused: refused.status };
}

/** The live streams of those who have a place in a dossier. */
async function followed(dossierId: string): Promise<LiveStream[]> {
  const { people } = site.suite;
  const open: LiveStream[] = [];
  for (const { userId } of [people.consumer, people.clerk, people.mediator, people.officer]) {
    const stream = await followLive(site.pages, userId, { dossierId });
    if (stream.status === 200) open.push(stream);
    else stream.close();
  }
  streams.push(...open);
  return open;
}

/** What of the marks stands in a text, each with where it was typed. */
const foundIn = (text: string): string[] =>
  [...new Set(text.match(new RegExp(`${mark}[a-j]+x`, 'g')) ?? [])].map((each) => sent.get(each) ?? each);

describe('B-04 ASVS 16.2.5 what people write is in no log, no history, no stream, no journal and no mail', () => {
  test('every form was sent, and refused to a stranger', () => {
    // What accepts an invitation is refused here; that it serves whom it is for is in pages/sent-twice.spec.ts.
    const done = played.filter(({ name }) => name !== 'accepting to represent');
    expect(done.filter(({ status }) => status >= 400)).toEqual([]);
    expect(played.length).toBeGreaterThan(50);
    expect(sent.size).toBeGreaterThan(60);
    // They are where they belong.
    const { rows } = { rows: [...sent.values()] };
    for (const act of ['a message to the other side: body', 'a proposal: terms', 'the mediator’s notes: body']) {
      expect(rows).toContain(act);
    }
  });

  test('the texts that were accepted are stored', async () => {
    const { rows } = await pool.query<{ text: string }>(
      `select string_agg(body, ' ') || (select string_agg(terms, ' ') from proposal_content) || (select string_agg(body, ' ') from justification) as text from message`,
    );
    const stored = foundIn(rows[0]!.text);
    for (const act of ['a message to the other side: body', 'a proposal: terms', 'a closing: justification']) {
      expect(stored).toContain(act);
    }
  });

  test('logs', async () => {
    const files = (await readdir(product.logs)).filter((name) => name.endsWith('.log'));
    expect(files.sort()).toEqual(expect.arrayContaining(['web.log', 'worker.log']));
    for (const file of files) {
      const text = await readFile(path.join(product.logs, file), 'utf8');
      expect({ file, said: text.length > 100 }).toEqual({ file, said: true });
      expect({ file, found: foundIn(text) }).toEqual({ file, found: [] });
    }
  });

  test('histories of all workflows', async () => {
    const { client } = site.suite;
    let read = 0;
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      read += history.events?.length ?? 0;
      expect({ workflowId, found: foundIn(bytesOf(history)) }).toEqual({ workflowId, found: [] });
    }
    expect(read).toBeGreaterThan(500);
  });

  test('live streams', async () => {
    expect(streams.filter(({ events }) => events.length > 0).length).toBeGreaterThan(20);
    expect(foundIn(streams.map((stream) => stream.written()).join('\n'))).toEqual([]);
  });

  test('journal, reactions and audit log', async () => {
    const texts = ['dossier_event', 'reaction', 'dossier_command', 'dossier', 'audit_log', 'rate_limit'];
    for (const table of texts) {
      const { rows } = await pool.query<{ text: string }>(
        `select coalesce(string_agg(to_jsonb(t)::text, ' '), '') as text from ${table} t`,
      );
      expect({ table, found: foundIn(rows[0]!.text) }).toEqual({ table, found: [] });
    }
  });

  test('mails, but for names of people and companies', async () => {
    await eventually(async () => (await pool.query(`select from mail where state = 'queued'`)).rowCount === 0, {
      within: 20_000,
    });
    const mails = product.servers.mail.messages();
    expect(mails.length).toBeGreaterThan(30);
    const found = mails.flatMap(({ subject, text, html }) => foundIn(`${subject} ${text} ${html}`));
    expect(found.filter((each) => !names.test(each))).toEqual([]);
  });
});

/** Everything that a history holds, its payloads as they are written. */
function bytesOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(bytesOf).join(' ');
}
