import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseOver } from '#db/database.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { startProcess } from '#scripts/start/platform.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { testPepper } from '#tests/kit/secrets.ts';
import { origin, startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

/** The real worker process, which finds no Temporal. */
async function startWorker() {
  const [port] = await freePorts(1);
  let log = '';
  const { child } = startProcess({
    name: 'worker',
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: activityRuns.workerUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SMTP_URL: activityRuns.mail.url,
      PUBLIC_ORIGIN: origin,
      FILES_DIR: activityRuns.filesDir,
      CODE_PEPPER: testPepper,
      COMMAND_KEY: 'command-key-of-the-test-suites-0123456789abc',
      WORKER_HEALTH_PORT: String(port),
      LOG_LEVEL: 'debug',
    },
    hear: (text) => void (log += text),
  });
  return { child, log: () => log, health: `http://127.0.0.1:${port}` };
}

test('while Temporal is away the worker sends the web’s mails, sweeps old rows, says that it is not ready, and stops when asked', async () => {
  const { consumer } = await activityRuns.people();
  await activityRuns.pool.query(`insert into session (id_hash, user_id, expires_at) values ($1, $2, now())`, [
    randomBytes(32),
    consumer.userId,
  ]);
  await enqueueMail(databaseOver(activityRuns.pool), {
    dedupeKey: randomUUID(),
    template: 'password-changed',
    to: { address: 'elise@personne.example', name: 'Élise Côté' },
    language: 'fr',
    recipientId: consumer.userId,
    params: { changedAt: '2026-11-24T19:00:00.000Z', path: '/mot-de-passe' },
    dossierId: null,
  });
  const { child, log, health } = await startWorker();
  try {
    const mail = await activityRuns.mail.waitForMail('elise@personne.example');
    expect(mail.subject).toBe('Votre mot de passe a été changé');
    expect(mail.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('mardi 24 novembre 2026, 14 h');
    expect(mail.text).toContain(`${origin}/mot-de-passe`);
    await eventually(async () => (await activityRuns.pool.query('select 1 from session')).rowCount === 0);
    expect([(await fetch(`${health}/health`)).status, (await fetch(`${health}/ready`)).status]).toEqual([200, 503]);
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  expect({ code, stopped: log().includes('stopped') }).toEqual({ code: 0, stopped: true });
  expect(log()).not.toMatch(/elise|Élise/);
});

test.each([
  ['told to stop, and told again', (child: ChildProcess) => [1, 2].forEach(() => child.kill('SIGTERM'))],
  ['left by who started it', (child: ChildProcess) => child.disconnect()],
])('%s while a mail is being handed over, the worker ends it first, and it is sent once', async (how, stop) => {
  const { consumer } = await activityRuns.people();
  const address = `${how.length}@personne.example`;
  activityRuns.mail.fail({ kind: 'slow', ms: 2_000, to: address });
  const dedupeKey = randomUUID();
  await enqueueMail(databaseOver(activityRuns.pool), {
    dedupeKey,
    template: 'password-changed',
    to: { address, name: 'Élise Côté' },
    language: 'fr',
    recipientId: consumer.userId,
    params: { changedAt: '2026-11-24T19:00:00.000Z', path: '/mot-de-passe' },
    dossierId: null,
  });
  const { child } = await startWorker();
  const exit = once(child, 'exit');
  const state = async () =>
    (await activityRuns.pool.query<{ state: string }>('select state from mail where to_address = $1', [address]))
      .rows[0]?.state;
  await eventually(async () => (await state()) === 'sending');
  stop(child);
  expect(await exit).toEqual([0, null]);
  expect(await state()).toBe('sent');
  expect(activityRuns.mail.messages(address)).toHaveLength(1);
});
