import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchMediators } from '#db/directory/mediators.ts';
import { searchMerchants } from '#db/directory/merchants.ts';
import { databaseOf, openOrm, poolOf } from '#db/orm.ts';
import { searchWords } from '#domain/typed/search-words.ts';
import { createTestDatabase } from '#tests/kit/servers.ts';

const database = await createTestDatabase();
const orm = await openOrm(database.url);
const pool = await poolOf(orm);
const db = await databaseOf(orm);

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

let merchants = 0;
async function enrolled(name: string, member?: { firstName: string; lastName: string; email: string }) {
  const merchantId = randomUUID();
  await db
    .insertInto('merchant')
    .values({ id: merchantId, name, neq: `117000000${(merchants += 1)}` })
    .execute();
  if (!member) return;
  const userId = randomUUID();
  await db
    .insertInto('app_user')
    .values({ id: userId, kind: 'merchant', ...member })
    .execute();
  await db.insertInto('merchant_member').values({ merchantId, userId, role: 'respondent' }).execute();
}

await enrolled('Sacré-Cœur Meubles l’Étoile', {
  firstName: 'Zoé',
  lastName: "D'Amours-Œuvrard",
  email: 'zoe.damours@etoile.example',
});
await enrolled('Ameublement Boréal');
await enrolled('S.A.Q. Ægidius Straße', { firstName: '', lastName: 'Suharto', email: 'chef@saq.example' });

const found = async (search: string) => {
  const asked = { search, filter: { respondent: null } };
  const rows = await searchMerchants(db, { ...asked, order: 'name', after: null, limit: 10 });
  return rows.map(({ name }) => name);
};

test.each([
  ...['Sacre-Coeur', 'sacré coeur', 'SACRÉ‑CŒUR', 'coeur sacré', "l'Étoile", 'l’etoile', 'letoile', 'etoile meubles'],
  ...['d’amours', "D'Amours", 'damours', 'oeuvrard', 'ŒUVRARD', 'Zoe\u0301', 'zoé d amours', 'oeuvrard zoé'],
  ...['zoe.damours@etoile', '\u200bsacré\u00a0cœur\u202c', 'meubl etoi', 'mEUBLES', 'Ｍｅｕｂｌｅｓ'],
])('F-014 « %s » finds Sacré-Cœur Meubles l’Étoile alone', async (typed) => {
  expect(await found(typed)).toEqual(['Sacré-Cœur Meubles l’Étoile']);
});

test.each(['SAQ', 's.a.q.', 'aegidius', 'Ægidius', 'strasse', 'STRAẞE', 'suharto'])(
  'F-014 « %s » finds S.A.Q. Ægidius Straße alone',
  async (typed) => {
    expect(await found(typed)).toEqual(['S.A.Q. Ægidius Straße']);
  },
);

test('F-014 every word counts; what is no word finds nothing, and nothing typed finds all, in order', async () => {
  expect(await found('sacré boréal')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect(await found('…')).toEqual([]);
  expect(await found('1170000002')).toEqual(['Ameublement Boréal']);
  expect(await found('117000000')).toHaveLength(3);
  expect(await found('')).toEqual(['Ameublement Boréal', 'S.A.Q. Ægidius Straße', 'Sacré-Cœur Meubles l’Étoile']);
});

test('F-020 mediators are listed by their last name, a single name by itself', async () => {
  const people = [
    ['Zoé', 'Æbler'],
    ['Suharto', ''],
    ['Anne', 'Roy'],
    ['', 'Émile'],
    ['Ève', 'Roy'],
  ];
  for (const [at, [firstName = '', lastName = '']] of people.entries()) {
    const email = `m${at}@exemple.ca`;
    await db
      .insertInto('app_user')
      .values({ id: randomUUID(), kind: 'mediator', email, firstName, lastName })
      .execute();
  }
  const names = async (search: string) => {
    const asked = { search, filter: { state: null, language: null } };
    const first = await searchMediators(db, { ...asked, order: 'name', after: null, limit: 2 });
    const last = first.at(-1);
    const after = last ? { at: last.cursor, id: last.id } : null;
    const rest = await searchMediators(db, { ...asked, order: 'name', after, limit: 10 });
    return [...first, ...rest].map(({ name }) => name);
  };
  expect(await names('')).toEqual(['Zoé Æbler', 'Émile', 'Anne Roy', 'Ève Roy', 'Suharto']);
  expect(await names('roy eve')).toEqual(['Ève Roy']);
  expect(await names('aebler')).toEqual(['Zoé Æbler']);
});

test('F-014 the database folds what it looks into as a search is folded', async () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aÉœŒæÆßẞøØđłŁðÞıħŧςΣЯ李ﬁ①½’-.%_\\ \u00a0\u2011«»') }),
    fc.string({ unit: 'grapheme' }),
  );
  const words = (folded: string) => [...new Set(folded.split(' '))].filter(Boolean).slice(0, 12);
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const clean = typed.replaceAll('\u0000', '');
      const { rows } = await pool.query<{ folded: string }>('select folded_text($1) as folded', [
        searchWords(clean).join(' '),
      ]);
      // What was folded once is folded.
      expect(words(rows[0]!.folded)).toEqual(searchWords(clean));
      const direct = await pool.query<{ folded: string }>('select folded_text($1) as folded', [clean.normalize('NFC')]);
      if (/^[\p{L}\p{N} .'’%_\\«»-]*$/u.test(clean)) expect(words(direct.rows[0]!.folded)).toEqual(searchWords(clean));
    }),
    { numRuns: 400 },
  );
});

test('F-014 a search reads an index, whatever the number of rows', async () => {
  await pool.query(
    `insert into merchant (id, name) select gen_random_uuid(), 'Commerce numéro ' || n from generate_series(1, 20000) n`,
  );
  await pool.query('vacuum analyze merchant');
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain select id from merchant where search like '%sacre%' and search like '%coeur%'`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('merchant_search');
});
