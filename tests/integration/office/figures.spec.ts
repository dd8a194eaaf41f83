import { expect, test } from '@jest/globals';
import { siteForFile } from '#tests/kit/pages.ts';
import { servicesLater } from './later.ts';

const site = siteForFile();

/** Codes of a month, and how far their dossiers came, as rows: figures read nothing else. */
async function codesOf(month: string, dossiers: { count: number; days: (number | null)[]; outcome?: string }[]) {
  const { people, pool } = site.suite;
  for (const { count, days, outcome } of dossiers) {
    const [opened = null, submitted = null, taken = null, closed = null] = days;
    await pool.query(
      `with code as (
         insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, issued_at, expires_at, dossier_id)
         select gen_random_uuid(), 'F' || gen_random_uuid(), '\\x00', 'a@b.example', $1, 'qualite', $2, ($3 || '-03T15:00:00Z')::timestamptz,
           now(), case when $4::int is not null then gen_random_uuid() end
         from generate_series(1, $8) returning issued_at, dossier_id
       )
       insert into dossier (id, number, consumer_id, merchant_id, created_at, updated_at, status, turn, turn_what, seq, head_hash, state,
         submitted_at, taken_charge_at, closed_at, outcome)
       select dossier_id, 'F' || gen_random_uuid(), $9, $1, issued_at + make_interval(days => $4), issued_at, 'closed', 'none', 'nothing', 0, '\\x00', '{}',
         issued_at + make_interval(days => $4 + $5), issued_at + make_interval(days => $4 + $5 + $6),
         issued_at + make_interval(days => $4 + $5 + $7), $10::text from code where dossier_id is not null`,
      [
        people.merchantId,
        people.officer.userId,
        month,
        opened,
        submitted,
        taken,
        closed,
        count,
        people.consumer.userId,
        outcome ?? null,
      ],
    );
  }
}

test('F-005 B-11 codes of a period are followed to the agreement, in round numbers, with what is small left out', async () => {
  await codesOf('2025-03', [
    { count: 23, days: [1, 2, 3, 30], outcome: 'agreement' },
    { count: 9, days: [1, 4, 40, null] },
    { count: 3, days: [2, 5, null, null] },
    { count: 6, days: [null] },
  ]);
  await codesOf('2025-04', [{ count: 3, days: [1, 1, 1, 9], outcome: 'agreement' }]);
  const { office } = servicesLater(site.suite, 0);
  const march = await office.figures({ from: '2025-03', to: '2025-03' });
  expect(march.reached).toEqual({ issued: 40, opened: 35, submitted: 35, taken: 30, mediated: null, agreed: 25 });
  expect(march.spans.opened).toEqual({ median: 1, most: 1 });
  expect(march.spans.taken).toEqual({ median: 3, most: 40 });
  expect(march.spans.agreed).toEqual({ median: 30, most: 30 });
  expect(march.spans.mediated).toEqual({ median: null, most: null });
  // Nine that took forty days, three that nobody took charge of; one merchant.
  expect(march.silent).toEqual({ days: 15, dossiers: 10, merchants: null });
  // A month more adds three: what is shown does not tell them.
  const both = await office.figures({ from: '2025-03', to: '2025-04' });
  expect(both.reached).toMatchObject({ issued: 45, agreed: 25 });
  expect((await office.figures({ from: '2025-04', to: '2025-04' })).reached.issued).toBeNull();
});

test('F-005 B-11 the load of each mediator: all of them, in round numbers, the busiest first; of the period, those they began', async () => {
  const { people, pool } = site.suite;
  const names = Array.from({ length: 60 }, (_, n) => `charge${n}@figures.example`);
  const { rows } = await pool.query<{ id: string }>(
    `insert into app_user (id, kind, email) select gen_random_uuid(), 'mediator', email from unnest($1::text[]) email returning id`,
    [names],
  );
  const [busy, begins, closed] = rows.map(({ id }) => id);
  const led = (mediator: string, count: number, [status, since]: [string, string]) =>
    pool.query(
      `insert into dossier (id, number, consumer_id, merchant_id, created_at, updated_at, status, turn, turn_what, seq, head_hash, state, mediator_id, mediation_started_at)
       select gen_random_uuid(), 'M' || gen_random_uuid(), $1, $2, now(), now(), $3, 'none', 'nothing', 0, '\\x00', '{}', $4, $5 from generate_series(1, $6)`,
      [people.consumer.userId, people.merchantId, status, mediator, since, count],
    );
  await led(busy!, 12, ['mediation', '2025-06-10T15:00:00Z']);
  await led(busy!, 4, ['closed', '2025-07-10T15:00:00Z']);
  await led(begins!, 7, ['closed', '2025-07-10T15:00:00Z']);
  await led(closed!, 6, ['mediation', '2025-07-10T15:00:00Z']);
  await pool.query('update app_user set disabled_at = now() where id = $1', [closed]);
  const { mediators } = await servicesLater(site.suite, 0).office.figures({ from: '2025-07', to: '2025-07' });
  expect(mediators.length).toBeGreaterThanOrEqual(59);
  const of = (id: string | undefined) => mediators.find((each) => each.id === id);
  expect(of(busy)).toMatchObject({ now: 10, begun: null });
  expect(of(begins)).toMatchObject({ now: null, begun: 5 });
  expect(of(closed)).toBeUndefined();
  expect(mediators[0]?.id).toBe(busy);
});

test('F-005 B-11 they are drawn with a title, written as a table and downloaded, in both languages', async () => {
  await codesOf('2024-05', [{ count: 12, days: [1, 2, 3, 30], outcome: 'agreement' }]);
  const { userId } = site.suite.people.officer;
  const address = '/office/chiffres?de=2024-05&a=2024-05';
  const french = (await site.pages.get(userId, address)).html.replaceAll('\u00a0', ' ');
  expect(french).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="reached-chart-title reached-chart-desc"/);
  expect(french).toMatch(/<title id="reached-chart-title">Du code à l’entente<\/title>/);
  expect(french).toMatch(/Codes émis[\s\S]*?<td[^>]*>10<\/td>/);
  expect(french).toContain('moins de 5');
  expect(french).toContain('mai 2024');
  expect((await site.pages.get(userId, address, 'en')).html).toContain('From code to agreement');
  const file = await site.pages.get(userId, '/office/chiffres/fichier?de=2024-05&a=2024-05');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.html).toContain('"Du code à l’entente","Ententes","Nombre","10"');
});
