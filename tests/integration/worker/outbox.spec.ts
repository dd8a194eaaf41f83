import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMailActivities } from '#activities/mail/index.ts';
import { databaseOver } from '#db/database.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { runOutbox } from '#worker/outbox.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

async function queue(to: string): Promise<string> {
  return enqueueMail(databaseOver(activityRuns.pool), {
    dedupeKey: randomUUID(),
    template: 'account-exists',
    to: { address: to, name: '' },
    language: 'en',
    recipientId: null,
    params: { path: '/connexion' },
    dossierId: null,
  });
}

const stateOf = async (id: string): Promise<string> =>
  (await activityRuns.pool.query('select state from mail where id = $1', [id])).rows[0].state;

test('two loops at once send what the web queued, each mail once, in a second or two, until they are stopped', async () => {
  const stopping = new AbortController();
  const mails = createMailActivities(activityRuns.mailDeps);
  const failures: string[] = [];
  const loops = [1, 2].map(() => runOutbox(mails, stopping.signal, () => failures.push('failed')));
  const addresses = Array.from({ length: 20 }, (_, n) => `lot-${n}@personne.example`);
  await Promise.all(addresses.map(queue));
  for (const to of addresses) {
    const { headers } = await activityRuns.mail.waitForMail(to, undefined, 5_000);
    expect(headers.get('content-language')).toBe('en');
  }
  stopping.abort();
  await Promise.all(loops);
  for (const to of addresses) expect(activityRuns.mail.messages(to)).toHaveLength(1);
  const late = await queue('apres-l-arret@personne.example');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await stateOf(late)).toBe('queued');
  expect(failures).toEqual([]);
});

test('a database that does not answer stops neither the loop nor the process', async () => {
  const stopping = new AbortController();
  let asked = 0;
  let failures = 0;
  const loop = runOutbox(
    {
      ...createMailActivities(activityRuns.mailDeps),
      async deliverPending() {
        asked += 1;
        if (asked === 1) throw new Error('the connection is closed');
        return 0;
      },
    },
    stopping.signal,
    () => (failures += 1),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  stopping.abort();
  await loop;
  expect({ asked, failures }).toEqual({ asked: 2, failures: 1 });
});
