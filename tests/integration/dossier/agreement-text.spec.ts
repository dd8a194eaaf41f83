import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDocumentActivities } from '#activities/documents/index.ts';
import { translator } from '#content/texts/index.ts';
import { databaseOver } from '#db/database.ts';
import { openDiskStore } from '#db/files/disk.ts';
import type { FileStore } from '#db/files/store.ts';
import { remedyFields } from '#domain/agreement/remedies.ts';
import { remedyCodes, type FieldValue, type Remedy, type RemedyField } from '#domain/agreement/types.ts';
import { currentVersion, openProposal } from '#domain/dossier/index.ts';
import { readDocx } from '#tests/e2e/support/documents/docx.ts';
import { playWorld, type Role, type World } from '#tests/integration/visibility/world.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { textLines } from '#tests/kit/text-lines.ts';

const site = siteForFile();

let files: FileStore;
let filesDir: string;
let documents: ReturnType<typeof createDocumentActivities>;
beforeAll(async () => {
  filesDir = await mkdtemp(path.join(os.tmpdir(), 'parle-agreements-'));
  files = openDiskStore(filesDir);
  documents = createDocumentActivities({ db: databaseOver(site.suite.pool), files, officeName: 'Office' });
});
afterAll(async () => {
  await documents?.stop();
  await rm(filesDir, { recursive: true, force: true });
});

type Language = 'fr' | 'en';
type Case = { language: Language; represented: boolean; author: 'consumer' | 'merchant' | 'mediator' };

const cases: Case[] = (['fr', 'en'] as const).flatMap((language) =>
  [false, true].flatMap((represented) =>
    (['consumer', 'merchant', 'mediator'] as const).map((author) => ({ language, represented, author })),
  ),
);

const words = fc.constantFrom(
  'Le livreur appelle la veille.',
  '« Sans frais » : rien à payer & rien à signer <à la porte>.',
  '1. D’abord.\n\n\n2. Ensuite,\n   en retrait.',
  'עברית and English',
);

function valueOf(field: RemedyField, documentId: string): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'date':
      return fc.constantFrom('2031-05-01', '2032-02-29');
    case 'money':
      return fc.integer({ min: 1, max: 100_000_000 });
    case 'percent':
      return fc.constantFrom(5, 12.5);
    case 'yesNo':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []));
    case 'document':
      return fc.constant(documentId);
    case 'text':
    case 'longText':
      return words;
  }
}

/** Some remedies, each with its required fields and some of the others. */
function remediesOf(documentId: string): fc.Arbitrary<Remedy[]> {
  const remedy = (code: Remedy['code']): fc.Arbitrary<Remedy> =>
    fc
      .record(Object.fromEntries(remedyFields[code].map((field) => [field.name, valueOf(field, documentId)])), {
        requiredKeys: remedyFields[code].filter(({ required }) => required).map(({ name }) => name),
      })
      .map((values) => ({ code, values: values as Remedy['values'] }));
  return fc.subarray([...remedyCodes], { minLength: 6 }).chain((codes) => fc.tuple(...codes.map(remedy)));
}

/** A dossier whose open proposal is of this author, with this content. */
async function proposed({ language, represented, author }: Case, seed: number): Promise<World> {
  const world = await playWorld(site.suite.pool, author === 'mediator' ? 'proposed' : 'negotiation', { represented });
  const { pool } = site.suite;
  await pool.query(
    `update app_user set language = $2, phone = '+14185550142', address_line = '12, rue des Lilas', city = 'Laval',
       province = 'QC', postal_code = 'H7A 1B2' where id = $1`,
    [world.people.consumer.userId, language],
  );
  await pool.query(
    `update merchant set phone = '+14185550199;ext=204', city = 'Québec', province = 'QC' where id = $1`,
    [world.people.merchantId],
  );
  if (author === 'consumer') await world.run([{ by: world.acting, act: 'propose' }]);
  const [remedies] = fc.sample(remediesOf(world.ids.documentId), { numRuns: 1, seed });
  const [terms] = fc.sample(fc.oneof(words, fc.constant('')), { numRuns: 1, seed });
  await pool.query(`update proposal_content set remedies = $2, terms = $3 where id = $1`, [
    currentVersion(openProposal(await world.state())!).contentId,
    JSON.stringify(remedies),
    terms,
  ]);
  return world;
}

/** The sheets that a page shows, each as its lines. */
const sheetsOf = (html: string): string[][] =>
  [...html.matchAll(/<article class="pc-sheet[\s\S]*?<\/article>/g)].map(([sheet]) => textLines(sheet));

/** From the first clause to the last, without what happened once the agreement is there. */
function clauses(lines: string[], language: Language): string[] {
  const t = translator(language);
  const from = lines.indexOf(t('documents:agreement.intro'));
  const to = lines.findIndex((line) => line.endsWith(t('documents:agreement.acceptances')));
  return from < 0 || to < from ? [] : lines.slice(from, to + 1);
}

async function agreementOf(world: World): Promise<string[]> {
  const { dossierId } = world;
  const reaction = { key: 'renderDocument:agreement', kind: 'renderDocument', document: 'agreement' } as const;
  await documents.renderDocument({ id: `${dossierId}:0:${reaction.key}`, dossierId, seq: 0, reaction });
  const { rows } = await site.suite.pool.query(
    `select storage_key as key from document where dossier_id = $1 and generated_for = 'agreement'`,
    [dossierId],
  );
  const { text } = await readDocx(await files.read(rows[0].key));
  return text.split('\n').filter((line) => line.trim() !== '');
}

describe('the agreement that is read before accepting', () => {
  test.each(cases.map((each, index) => ({ ...each, seed: index + 1 })))(
    'F-094 A-14 is the agreement that is made, clause for clause ($language, represented: $represented, by the $author)',
    async ({ seed, ...each }) => {
      const world = await proposed(each, seed);
      const proposal = openProposal(await world.state())!;
      const accepting: Role[] =
        each.author === 'mediator' ? [world.acting, 'clerk'] : each.author === 'consumer' ? ['clerk'] : [world.acting];
      const read: string[][] = [];
      for (const by of accepting) {
        for (const pageLanguage of ['fr', 'en'] as const) {
          const address = `/dossiers/${world.dossierId}/propositions/${proposal.id}/accepter`;
          const { status, html } = await site.pages.get(world.people[by].userId, address, pageLanguage);
          expect(status).toBe(200);
          const sheets = sheetsOf(html);
          expect(sheets).toHaveLength(pageLanguage === each.language ? 1 : 2);
          read.push(clauses(sheets.at(-1)!, each.language));
        }
      }
      for (const by of accepting) {
        world.wait();
        await world.run([{ by, act: 'acceptProposal' }]);
      }
      const made = clauses(await agreementOf(world), each.language);
      expect(made.length).toBeGreaterThan(20);
      for (const lines of read) expect(lines).toEqual(made);
    },
  );
});

describe('who acts for a party', () => {
  test.each(['consumer', 'merchant'] as const)(
    'F-071 is printed as its representative in the agreement, the history and the table of proposals (the %s proposed)',
    async (author) => {
      const world = await proposed({ language: 'fr', represented: true, author }, 1);
      const { people, dossierId } = world;
      for (const [first, place] of [
        ['Isabelle', 'friend'],
        ['Karine', 'clerk'],
      ] as const) {
        await site.suite.pool.query(`update app_user set first_name = $2, last_name = 'Roy' where id = $1`, [
          people[place].userId,
          first,
        ]);
      }
      await world.run([{ by: author === 'consumer' ? 'clerk' : 'friend', act: 'acceptProposal' }]);
      const acts = (await agreementOf(world)).filter((line) => /a proposé|a accepté/.test(line));
      const friend = 'Isabelle Roy (représente Camille Tremblay)';
      const clerk = 'Karine Roy (représente Meubles Boréal)';
      const [proposer, accepter] = author === 'consumer' ? [friend, clerk] : [clerk, friend];
      expect(acts).toHaveLength(2);
      expect(acts[0]).toContain(`${proposer} a proposé`);
      expect(acts[1]).toContain(`${accepter} a accepté`);
      const summary = textLines((await site.pages.get(people.clerk.userId, `/dossiers/${dossierId}`)).html).join('\n');
      expect(summary).toContain('Isabelle Roy, qui représente Camille Tremblay');
      expect(summary).not.toContain('Karine Roy, qui représente');
      const { html } = await site.pages.get(people.clerk.userId, `/dossiers/${dossierId}/propositions`);
      expect(html.includes('qui représente Camille Tremblay')).toBe(author === 'merchant');
    },
  );
});
