import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverMail } from '#activities/mail/deliver-mail.ts';
import { createMailTransport } from '#activities/mail/index.ts';
import { databaseOver } from '#db/database.ts';
import { enqueueMail, type NewMail } from '#db/outbox/enqueue-mail.ts';
import { abandonedAfter, dueMails, givenUpAfterDays } from '#db/outbox/queued-mails.ts';
import { submitted } from '#domain/testing/scenario/scenarios.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { secretRing, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import { testPepper, testSecrets } from '#tests/kit/secrets.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

type Row = { state: string; attempts: number; error: string | null; params: Record<string, string>; pause: number };

/** How a mail is; `pause` is how long after its last attempt it is due again, in seconds, found by asking. */
async function rowOf(id: string): Promise<Omit<Row, 'pause'>> {
  const { rows } = await activityRuns.pool.query(
    `select state, attempts, last_error as error, params from mail where id = $1`,
    [id],
  );
  return rows[0];
}

const address = (name: string): string => `${name}-${randomUUID()}@personne.example`;

function queue(to: string, more: Partial<NewMail> = {}): Promise<string> {
  const params = { code: '482913', until: '2026-12-01T12:00:00.000Z', path: '/inscription/code' };
  return enqueueMail(databaseOver(activityRuns.pool), {
    dedupeKey: randomUUID(),
    template: 'email-verification',
    to: { address: to, name: 'Élise Côté' },
    language: 'fr',
    recipientId: null,
    params,
    dossierId: null,
    ...more,
  });
}

/** Whether a mail is due when its last attempt was that long ago. */
async function dueAfter(id: string, seconds: number): Promise<boolean> {
  await activityRuns.pool.query(
    `update mail set attempted_at = clock_timestamp() - make_interval(secs => $2) where id = $1`,
    [id, seconds],
  );
  return (await dueMails(databaseOver(activityRuns.pool), 1000)).includes(id);
}

describe('a mail with a code', () => {
  const second = 'second-pepper-of-the-test-suites-0123456789';
  const sealed = { secrets: testSecrets, params: { code: '730154' } };
  const until = { until: '2026-12-01T12:00:00.000Z', path: '/inscription/code' };
  const deliver = (id: string, secrets: SecretRing) => {
    const { settings } = activityRuns.mailDeps;
    return deliverMail({ ...activityRuns.mailDeps, settings: { ...settings, secrets } }, id);
  };

  test('ASVS 11.2.2 is sealed in the table, and leaves after the secret that it was sealed with was replaced', async () => {
    const to = address('scelle');
    const id = await queue(to, { params: until, sealed });
    expect(JSON.stringify(await rowOf(id))).not.toContain('730154');
    expect(await deliver(id, secretRing(second, [testPepper]))).toBe('sent');
    expect(activityRuns.mail.messages(to).at(-1)?.text).toContain('730154');
    expect(Object.keys((await rowOf(id)).params)).toEqual(['until']);
  });

  test('waits in a worker that does not have its secret yet, and opens in no other row', async () => {
    const to = address('attente');
    const id = await queue(to, { params: until, sealed });
    expect(await deliver(id, secretRing(second))).toBe('later');
    expect(await rowOf(id)).toMatchObject({ state: 'queued', error: 'mail.sealed' });
    await activityRuns.wait();
    expect(await deliver(id, testSecrets)).toBe('sent');
    const other = await queue(address('voleur'), { params: until, sealed });
    await activityRuns.pool.query(`update mail set to_address = $2 where id = $1`, [other, address('complice')]);
    expect(await deliver(other, testSecrets)).toBe('later');
  });
});

describe('a mail', () => {
  test('queued twice under one key is one mail, also at the same time', async () => {
    const to = address('deux-fois');
    const dedupeKey = randomUUID();
    const ids = await Promise.all([1, 2, 3, 4].map(() => queue(to, { dedupeKey })));
    expect(new Set(ids).size).toBe(1);
    expect(await queue(to, { dedupeKey })).toBe(ids[0]);
    await activityRuns.deliverPending();
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(to)).toHaveLength(1);
  });

  test('tried by four workers at once is sent once', async () => {
    const to = address('quatre');
    const id = await queue(to);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => deliverMail(activityRuns.mailDeps, id)));
    expect(outcomes.sort()).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'sent']);
    expect(activityRuns.mail.messages(to)).toHaveLength(1);
  });

  test('queued in a transaction that is undone does not leave', async () => {
    const to = address('annule');
    const db = databaseOver(activityRuns.pool);
    const undone = db.transaction().execute(async (tx) => {
      await enqueueMail(tx, {
        dedupeKey: randomUUID(),
        template: 'account-exists',
        to: { address: to, name: '' },
        language: 'fr',
        recipientId: null,
        params: { path: '/connexion' },
        dossierId: null,
      });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(to)).toEqual([]);
  });

  test('forgets its code and its link once sent', async () => {
    const to = address('secrets');
    const id = await queue(to);
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(to)[0]?.text).toContain('482913');
    expect(await rowOf(id)).toMatchObject({ state: 'sent', params: { until: '2026-12-01T12:00:00.000Z' } });
    expect(Object.keys((await rowOf(id)).params)).toEqual(['until']);
  });
});

test('what a dossier owes, done again because the worker died before noting it, is told once', async () => {
  const play = await activityRuns.open(submitted);
  await activityRuns.run(play.dossierId);
  const first = await activityRuns.outbox(play.dossierId);
  expect(first.map(({ template }) => template).sort()).toEqual(['dossier-submitted', 'draft-opened', 'new-dossier']);
  await activityRuns.pool.query(`update reaction set done_at = null where dossier_id = $1`, [play.dossierId]);
  await Promise.all([activityRuns.run(play.dossierId), activityRuns.run(play.dossierId)]);
  expect(await activityRuns.outbox(play.dossierId)).toEqual(first);
  for (const { id } of first) {
    expect(activityRuns.mail.messages().filter(({ messageId }) => messageId.includes(id))).toHaveLength(1);
  }
});

describe('the mail server is away', () => {
  test.each([
    ['the server', `attempted_at = clock_timestamp() - interval '2 hours'`],
    ['the worker', `attempts = 0, attempted_at = null, created_at = clock_timestamp() - interval '2 hours'`],
  ])(
    'A-19 F-073 what is over by the time that %s is back is not told any more; what was done is',
    async (_whose, away) => {
      const play = await activityRuns.open(submitted);
      await activityRuns.run(play.dossierId);
      await activityRuns.mail.down();
      await play.step({ by: 'consumer', act: 'nameRepresentative' });
      await play.step({ by: 'consumer', act: 'postMessage' });
      await activityRuns.run(play.dossierId);
      const waiting = async () =>
        (await activityRuns.outbox(play.dossierId))
          .filter(({ state }) => state === 'queued')
          .map(({ template }) => template);
      expect((await waiting()).sort()).toEqual([
        'message-received',
        'representative-invitation',
        'representative-named',
      ]);
      await play.step({ by: 'consumer', act: 'removeRepresentative' });
      await activityRuns.mail.up();
      await activityRuns.pool.query(`update mail set ${away} where dossier_id = $1 and state = 'queued'`, [
        play.dossierId,
      ]);
      await activityRuns.deliverPending();
      expect(await waiting()).toEqual([]);
      const left = (await activityRuns.outbox(play.dossierId)).map(({ template }) => template);
      expect(left).toContain('message-received');
      expect(left).not.toContain('representative-invitation');
      expect(left).not.toContain('representative-named');
    },
  );

  test('the mail waits, longer each time, and is sent once when the server is back', async () => {
    const to = address('absent');
    const id = await queue(to);
    await activityRuns.mail.down();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await activityRuns.deliverPending();
      expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: attempt, error: 'smtp.esocket' });
      const pause = 5 * 2 ** (attempt - 1);
      expect([await dueAfter(id, pause - 1), await dueAfter(id, pause + 1)]).toEqual([false, true]);
      pauses.push(pause);
    }
    expect(pauses).toEqual([5, 10, 20, 40]);
    await activityRuns.mail.up();
    await activityRuns.deliverPending();
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(to)).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 5, error: null });
  });

  test('the pause never passes an hour', async () => {
    const id = await queue(address('longtemps'));
    await activityRuns.pool.query(`update mail set attempts = 40 where id = $1`, [id]);
    expect([await dueAfter(id, 3_599), await dueAfter(id, 3_601)]).toEqual([false, true]);
    await activityRuns.pool.query(`delete from mail where id = $1`, [id]);
  });

  test('what a dossier owes is queued all the same, and the dossier owes nothing more', async () => {
    const play = await activityRuns.open();
    await activityRuns.mail.down();
    await play.step({ by: 'consumer', act: 'submitDossier' });
    await activityRuns.run(play.dossierId);
    await activityRuns.run(play.dossierId);
    const owed = await activityRuns.pool.query(
      `select count(*)::int as n from reaction where dossier_id = $1 and done_at is null`,
      [play.dossierId],
    );
    expect(owed.rows[0].n).toBe(0);
    expect((await activityRuns.outbox(play.dossierId)).map(({ template, state }) => [template, state])).toEqual(
      expect.arrayContaining([
        ['draft-opened', 'queued'],
        ['dossier-submitted', 'queued'],
        ['new-dossier', 'queued'],
      ]),
    );
    await activityRuns.mail.up();
    await activityRuns.wait();
    await activityRuns.deliverPending();
    for (const { id } of await activityRuns.outbox(play.dossierId)) {
      expect(activityRuns.mail.messages().filter(({ messageId }) => messageId.includes(id))).toHaveLength(1);
    }
  });
});

describe('the mail server refuses', () => {
  test('for good (550): given up with its reason, its code forgotten, the others sent', async () => {
    const refused = address('inconnue');
    const [id, before, after] = [await queue(refused), address('avant'), address('apres')];
    await Promise.all([queue(before), queue(after)]);
    activityRuns.mail.fail({ kind: 'refuse', to: refused });
    await activityRuns.deliverPending();
    activityRuns.mail.fail(null);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 1, error: 'smtp.550' });
    expect(Object.keys((await rowOf(id)).params)).toEqual(['until']);
    await activityRuns.wait();
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(refused)).toEqual([]);
    for (const to of [before, after]) expect(activityRuns.mail.messages(to)).toHaveLength(1);
  });

  test('for now (451): tried again, the others sent meanwhile', async () => {
    const [later, other] = [address('plus-tard'), address('autre')];
    const id = await queue(later);
    await queue(other);
    activityRuns.mail.fail({ kind: 'defer', to: later, times: 1 });
    await activityRuns.deliverPending();
    expect(await rowOf(id)).toMatchObject({ state: 'queued', error: 'smtp.451', params: { code: '482913' } });
    expect(activityRuns.mail.messages(other)).toHaveLength(1);
    await activityRuns.wait();
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(later)).toHaveLength(1);
  });

  test('for now, five days long: given up with its reason, its code forgotten; a server that is away is waited for', async () => {
    const [refused, waiting] = [address('pleine'), address('patient')];
    const [given, kept] = [await queue(refused), await queue(waiting)];
    const age = (days: number) =>
      activityRuns.pool.query(
        `update mail set created_at = clock_timestamp() - make_interval(days => $2) where id = any($1)`,
        [[given, kept], days],
      );
    activityRuns.mail.fail({ kind: 'defer', to: refused, times: 2 });
    await age(givenUpAfterDays - 1);
    expect(await deliverMail(activityRuns.mailDeps, given)).toBe('later');
    await age(givenUpAfterDays + 1);
    await activityRuns.wait();
    expect(await deliverMail(activityRuns.mailDeps, given)).toBe('failed');
    activityRuns.mail.fail(null);
    expect(await rowOf(given)).toMatchObject({ state: 'failed', attempts: 2, error: 'smtp.451' });
    expect(Object.keys((await rowOf(given)).params)).toEqual(['until']);
    await activityRuns.mail.down();
    expect(await deliverMail(activityRuns.mailDeps, kept)).toBe('later');
    await activityRuns.mail.up();
    await activityRuns.wait();
    expect(await deliverMail(activityRuns.mailDeps, kept)).toBe('sent');
  });

  test('a connection that breaks before the mail is taken is tried again', async () => {
    const to = address('coupure');
    const id = await queue(to);
    activityRuns.mail.fail({ kind: 'drop', to, times: 1 });
    await activityRuns.deliverPending();
    expect(await rowOf(id)).toMatchObject({ state: 'queued' });
    await activityRuns.wait();
    await activityRuns.deliverPending();
    expect(activityRuns.mail.messages(to)).toHaveLength(1);
  });

  test.each([
    'deux@a.example, trois@b.example',
    'Nom <un@a.example>',
    'sans-arobase',
    'a@b.example\r\nBcc: c@d.example',
  ])('never asked for « %s », which is not one address', async (to) => {
    const id = await queue(to);
    const received = activityRuns.mail.messages().length;
    expect(await deliverMail(activityRuns.mailDeps, id)).toBe('failed');
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'mail.unreadable' });
    expect(activityRuns.mail.messages()).toHaveLength(received);
  });

  test('a name cannot add a recipient, a header or a subject', async () => {
    const to = address('nom');
    await queue(to, {
      to: { address: to, name: 'Élise\r\nBcc: autre@personne.example\r\nSubject: x, "y" <z@w.example>' },
    });
    await activityRuns.deliverPending();
    const [mail, ...others] = activityRuns.mail.messages(to);
    expect(others).toEqual([]);
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.subject).toBe('Votre code de vérification');
    expect(activityRuns.mail.messages('autre@personne.example')).toEqual([]);
    expect(activityRuns.mail.messages('z@w.example')).toEqual([]);
  });
});

describe('at least once: between the server’s answer and our note', () => {
  test('the connection breaks after the mail was taken: a second copy leaves under the same Message-ID', async () => {
    const to = address('deux-copies');
    const id = await queue(to);
    activityRuns.mail.fail({ kind: 'accept-and-drop', to, times: 1 });
    await activityRuns.deliverPending();
    expect(await rowOf(id)).toMatchObject({ state: 'queued' });
    await activityRuns.wait();
    await activityRuns.deliverPending();
    const copies = activityRuns.mail.messages(to);
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map(({ messageId }) => messageId))).toEqual(new Set([`<${id}@parle.example>`]));
  });

  test('a worker that dies with a mail in hand: nobody touches it for two minutes, then another sends it', async () => {
    const to = address('mort');
    const id = await queue(to);
    const transport = { ...activityRuns.mailDeps.transport, sendMail: () => new Promise<never>(() => undefined) };
    void deliverMail({ ...activityRuns.mailDeps, transport: transport as never }, id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await rowOf(id)).toMatchObject({ state: 'sending', attempts: 1 });
    expect([await dueAfter(id, abandonedAfter - 1), await dueAfter(id, abandonedAfter + 1)]).toEqual([false, true]);
    await activityRuns.deliverPending();
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(activityRuns.mail.messages(to)).toHaveLength(1);
  });
});

test('credentials never travel in clear: with a user name, a server without TLS is refused', async () => {
  const to = address('clair');
  const id = await queue(to);
  const transport = createMailTransport(activityRuns.mail.url.replace('smtp://', 'smtp://usager:secret@'));
  expect(await deliverMail({ ...activityRuns.mailDeps, transport }, id)).toBe('later');
  expect(activityRuns.mail.messages(to)).toEqual([]);
  expect((await rowOf(id)).error).toMatch(/^smtp\./);
});
