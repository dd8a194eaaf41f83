import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { eventually } from '#scripts/system/eventually.ts';
import { followLive, type LiveStream } from '#tests/kit/live-stream.ts';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';
import { cases } from './hidden-acts.ts';
import { playWorld, type Role, type Stage, type World } from './world.ts';

const site = siteForFile();
const open: LiveStream[] = [];
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

async function follow({ people, dossierId }: World, role: Role, known: string | null = null): Promise<LiveStream> {
  const stream = await followLive(site.pages, people[role].userId, { dossierId, known });
  open.push(stream);
  return stream;
}

/** The position that a page of the dossier shows. */
async function shown({ people, dossierId }: World, role: Role): Promise<string> {
  const { html } = await site.pages.get(people[role].userId, `/dossiers/${dossierId}/messages`);
  const position = /id="pc-live"[^>]*data-position="([^"]*)"/.exec(html)?.[1];
  if (!position) throw new Error('the page follows nothing');
  return position;
}

const told = (stream: LiveStream, count: number) =>
  eventually(async () => stream.events.length >= count, { within: 10_000 });

/** Who is named to mediate reads no page of the dossier, and follows none, before they have declared (ADR 31). */
const reads = (stage: Stage, role: Role): boolean => stage !== 'named' || role !== 'mediator';

describe('§6 A-30 B-04 a page that stays open is told of what its reader may know, and of nothing else', () => {
  // A draft is written on pages of its own, which follow nothing.
  test.each(cases.filter(([, { stage }]) => stage !== 'draft'))(
    '%s',
    async (_name, { stage, represented, role, hidden }) => {
      const world = await playWorld(site.suite.pool, stage, { represented });
      const quiet = await follow(world, role, reads(stage, role) ? await shown(world, role) : null);
      expect(quiet.status).toBe(reads(stage, role) ? 200 : 409);
      for (const act of hidden) {
        const knows = await follow(world, act.seenBy, await shown(world, act.seenBy));
        expect(knows.events).toEqual([]);
        await world.run(act.steps(world.acting));
        await told(knows, 1);
        expect(knows.events[0]).toEqual({ type: 'change', id: expect.any(String) });
      }
      // Reminders that fall due by the real clock are everyone's to know.
      const { rows } = await site.suite.pool.query(
        `select seq from dossier_event where dossier_id = $1 and actor_role = 'system' and at > now() - interval '1 hour'`,
        [world.dossierId],
      );
      expect(quiet.events.length).toBeLessThanOrEqual(rows.length);
    },
  );
});

test('what happened while nobody listened is told when the stream is asked for again from the last event', async () => {
  const world = await playWorld(site.suite.pool, 'negotiation');
  const first = await follow(world, 'clerk', await shown(world, 'clerk'));
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await told(first, 1);
  const [{ id } = { id: '' }] = first.events;
  first.close();
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  const again = await follow(world, 'clerk', id);
  await told(again, 1);
  expect(again.events).toEqual([{ type: 'change', id: await shown(world, 'clerk') }]);
  const nothingNew = await follow(world, 'clerk', again.events[0]!.id);
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await told(nothingNew, 1);
  expect(nothingNew.events).toHaveLength(1);
});

test('two acts of one instant are two changes', async () => {
  const world = await playWorld(site.suite.pool, 'negotiation');
  const before = await shown(world, 'clerk');
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  const between = await shown(world, 'clerk');
  await site.suite.pool.query(
    `update dossier set changed_for_handler = changed_for_handler + interval '1 day' where id = $1`,
    [world.dossierId],
  );
  const ahead = await shown(world, 'clerk');
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  const after = await shown(world, 'clerk');
  expect(new Set([before, between, ahead, after]).size).toBe(4);
});

test('the connection that listens may be lost: what was missed is told when there is another', async () => {
  const { pool } = site.suite;
  const world = await playWorld(pool, 'negotiation');
  const stream = await follow(world, 'clerk', await shown(world, 'clerk'));
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parle-live' and datname = current_database()`,
  );
  expect(rowCount).toBe(1);
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await told(stream, 1);
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await told(stream, 2);
});

test('F-121 a mediator who hands the dossier back is told no more, and the stream ends', async () => {
  const world = await playWorld(site.suite.pool, 'mediation');
  const stream = await follow(world, 'mediator', await shown(world, 'mediator'));
  await world.run([{ by: 'mediator', act: 'recuse' }]);
  await stream.ended;
  expect(stream.events).toEqual([{ type: 'gone', id: '' }]);
  expect((await follow(world, 'mediator')).status).toBe(404);
});

test('a session that ends ends its streams, and an open stream does not keep one', async () => {
  const { pool } = site.suite;
  const world = await playWorld(pool, 'negotiation');
  const { userId } = world.people.clerk;
  const stream = await follow(world, 'clerk', await shown(world, 'clerk'));
  await pool.query(`update session set last_seen_at = now() - interval '50 minutes' where user_id = $1`, [userId]);
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await told(stream, 1);
  const seen = async () =>
    (
      await pool.query<{ old: boolean }>(
        `select last_seen_at < now() - interval '45 minutes' as old from session where user_id = $1`,
        [userId],
      )
    ).rows;
  expect(await seen()).toEqual([{ old: true }]);
  // The page that asks for itself again does not either.
  const answer = await fetch(`${site.pages.origin}/dossiers/${world.dossierId}/messages`, {
    headers: { cookie: `pc_session=${await site.pages.session(userId)}`, 'pc-live': '1' },
  });
  expect(answer.status).toBe(200);
  expect(await seen()).toEqual([{ old: true }]);
  await pool.query('delete from session where user_id = $1', [userId]);
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  await stream.ended;
  expect(stream.events.at(-1)?.type).toBe('gone');
});

test('a stream is neither compressed nor stored; a person has twelve at most, and a thirteenth is told when to come back', async () => {
  const world = await playWorld(site.suite.pool, 'negotiation');
  const streams = await Promise.all(Array.from({ length: 12 }, () => follow(world, 'consumer')));
  expect(streams.map(({ status }) => status)).toEqual(Array(12).fill(200));
  const { headers } = streams[0]!;
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store, private, no-transform');
  expect(headers.get('content-encoding')).toBeNull();
  const more = await follow(world, 'consumer');
  expect([more.status, more.headers.get('retry-after')]).toEqual([429, '60']);
  streams[0]!.close();
  await eventually(async () => (await follow(world, 'consumer')).status === 200, { within: 10_000 });
  expect((await follow(world, 'clerk')).status).toBe(200);
});

test('A-29 a page that asks for itself again reads nothing, and uses up nothing that its reader is to be told', async () => {
  const world = await playWorld(site.suite.pool, 'negotiation');
  const { userId } = world.people.clerk;
  await world.run([{ by: 'consumer', act: 'postMessage' }]);
  const read = async () =>
    (
      await site.suite.pool.query('select 1 from thread_read where dossier_id = $1 and user_id = $2', [
        world.dossierId,
        userId,
      ])
    ).rowCount;
  const cookie = `pc_session=${await site.pages.session(userId)}; pc_said=messages:sent; pc_taken=${randomUUID()}`;
  const ask = (headers: Record<string, string>, method = 'GET') =>
    fetch(`${site.pages.origin}/dossiers/${world.dossierId}/messages`, { method, headers: { cookie, ...headers } });
  const byThemselves: [Record<string, string>, string?][] = [
    [{ 'pc-live': '1' }],
    [{ 'sec-purpose': 'prefetch;prerender' }],
    [{}, 'HEAD'],
  ];
  for (const [headers, method] of byThemselves) {
    const answer = await ask(headers, method);
    expect([headers, answer.status, answer.headers.getSetCookie()]).toEqual([headers, 200, []]);
    expect([headers, await read()]).toEqual([headers, 0]);
    const html = (await answer.text()).replaceAll(/<!--.*?-->/g, '').replaceAll('\u00a0', ' ');
    expect(html).not.toContain('Votre message est envoyé.');
    if (!method) expect(html).toMatch(/pc-tab-news">\d+ nouveaux?</);
  }
  // Nor does a person who looks for what is older.
  const older = await fetch(
    `${site.pages.origin}/dossiers/${world.dossierId}/messages?avant=${encodeURIComponent(new Date().toISOString())}`,
    { headers: { cookie } },
  );
  expect([older.status, await read()]).toEqual([200, 0]);
  // A person's own visit does.
  const visit = await ask({});
  expect(visit.headers.getSetCookie().map((each) => each.split('=')[0])).toEqual(
    expect.arrayContaining(['pc_said', 'pc_taken']),
  );
  expect(await read()).toBe(1);
});

test('A-29 F-123 what was looked at is noted for who may read it, once it was posted, and nothing that was read is new again', async () => {
  const world = await playWorld(site.suite.pool, 'mediation');
  const { people, dossierId } = world;
  const { pool } = site.suite;
  await world.run([
    { by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' },
    { by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' },
  ]);
  const { rows } = await pool.query<{ id: string; at: string }>(
    `select id, published_at as at from message where dossier_id = $1 and thread = 'consumerCaucus' order by published_at`,
    [dossierId],
  );
  const [first, last] = [rows.at(-2)!, rows.at(-1)!];
  const look = (userId: string, message: string) =>
    site.pages.post(userId, `/dossiers/${dossierId}/en-direct`, { message });
  const until = async (userId: string) =>
    (
      await pool.query<{ at: string }>(
        `select seen_until as at from thread_read where dossier_id = $1 and user_id = $2 and thread = 'consumerCaucus'`,
        [dossierId, userId],
      )
    ).rows.map(({ at }) => new Date(at).toISOString());
  const { clerk, mediator } = people;
  expect((await look(clerk.userId, last.id)).status).toBe(403);
  expect(await until(clerk.userId)).toEqual([]);
  for (const message of ['x', randomUUID()])
    expect([400, 403, 422]).toContain((await look(mediator.userId, message)).status);
  expect(await until(mediator.userId)).toEqual([]);
  for (const [message, seen] of [
    [first, first],
    [last, last],
    [first, last],
  ] as const) {
    expect((await look(mediator.userId, message.id)).status).toBe(200);
    expect(await until(mediator.userId)).toEqual([new Date(seen.at).toISOString()]);
  }
});

test('A-29 A-03 what was said in private before a mediator came is not noted as seen by them', async () => {
  const { suite, pages } = site;
  const play = await openPlay(suite, inMediation);
  await play.step({ by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' });
  const next = await secondMediator(suite.pool);
  const form = { mediatorId: next.userId, replaces: suite.people.mediator.userId };
  const assigned = await pages.post(suite.people.officer.userId, `/office/dossiers/${play.dossierId}/mediation`, form);
  expect(assigned.status).toBe(303);
  await suite.engine.command(play.dossierId, {
    key: randomUUID(),
    command: { type: 'declareNoConflict', by: { role: 'mediator', userId: next.userId } },
  });
  await play.step({ by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' });
  const { rows } = await suite.pool.query<{ id: string }>(
    `select id from message where dossier_id = $1 and thread = 'consumerCaucus' order by published_at`,
    [play.dossierId],
  );
  const look = async (message: string) =>
    (await pages.post(next.userId, `/dossiers/${play.dossierId}/en-direct`, { message })).status;
  expect([rows.length, await look(rows[0]!.id), await look(rows[1]!.id)]).toEqual([2, 403, 200]);
});

test('A-29 a page that looks by itself goes on counting what is new in its conversation; what its reader wrote is never new', async () => {
  const world = await playWorld(site.suite.pool, 'mediation');
  const cookie = `pc_session=${await site.pages.session(world.people.consumer.userId)}`;
  const page = async (headers: Record<string, string> = {}) => {
    const address = `${site.pages.origin}/dossiers/${world.dossierId}/messages?fil=consumerCaucus`;
    const html = await (await fetch(address, { headers: { cookie, ...headers } })).text();
    return html.replaceAll(/<!--.*?-->/g, '');
  };
  const counted = (html: string) =>
    /<a [^>]*aria-current="page"[^>]*>[^<]*\((?<count>[^)]*)\)<\/a>/.exec(html)?.groups?.['count'];
  const isMarked = (html: string) => html.includes(`<p class="pc-new-mark">`);
  await page();
  await world.run([{ by: 'mediator', act: 'postMessage', thread: 'consumerCaucus' }]);
  for (const _ of [1, 2]) expect(counted(await page({ 'pc-live': '1' }))).toMatch(/^1.nouveau/);
  const visit = await page();
  expect([counted(visit), isMarked(visit)]).toEqual([expect.stringMatching(/^\d+.messages?$/), true]);
  await world.run([{ by: 'consumer', act: 'postMessage', thread: 'consumerCaucus' }]);
  expect(isMarked(await page())).toBe(false);
});
