import { expect, test } from '@jest/globals';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

test('F-014 F-020 B-11 companies and mediators are counted up to a thousand, and of more the page says that there are more', async () => {
  const { pool, people } = site.suite;
  const said = async (address: string) =>
    /(Plus de )?[\d\s]+ (commerçants?|médiatrices?)[^<]*/.exec(
      (await site.pages.get(people.officer.userId, address)).html.replaceAll('<!-- -->', '').replaceAll('\u00a0', ' '),
    )?.[0];
  const atFirst = {
    '/office/commercants': '1 commerçant',
    '/office/mediateurs': '1 médiatrice ou médiateur',
  };
  for (const [address, words] of Object.entries(atFirst))
    expect([address, await said(address)]).toEqual([address, words]);
  const fill = (from: number, to: number) =>
    Promise.all([
      pool.query(
        `insert into merchant (id, name) select gen_random_uuid(), 'Quincaillerie ' || n from generate_series($1::int, $2::int) n`,
        [...[from, to]],
      ),
      pool.query(
        `insert into app_user (id, kind, email) select gen_random_uuid(), 'mediator', 'm' || n || '@compte.example' from generate_series($1::int, $2::int) n`,
        [from, to],
      ),
    ]);
  await fill(2, 999);
  expect(await said('/office/commercants')).toBe('999 commerçants');
  expect(await said('/office/mediateurs')).toBe('999 médiatrices et médiateurs');
  await fill(1000, 1001);
  expect(await said('/office/commercants')).toBe('Plus de 999 commerçants');
  expect(await said('/office/mediateurs')).toBe('Plus de 999 médiatrices et médiateurs');
});
