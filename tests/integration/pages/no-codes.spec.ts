import { describe, expect, test } from '@jest/globals';
import { lists } from '#content/lists/index.ts';
import { readDocx } from '#tests/e2e/support/documents/docx.ts';
import { addressesOf } from '#tests/integration/visibility/addresses.ts';
import { playWorld, type Role, type Stage, type World } from '#tests/integration/visibility/world.ts';
import { addressOf } from '#tests/kit/addresses.ts';
import { codesIn } from '#tests/kit/codes.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { textLines } from '#tests/kit/text-lines.ts';
import { castForPages } from './cast.ts';

const site = siteForFile();
const languages = ['fr', 'en'] as const;
const roles = ['consumer', 'friend', 'respondent', 'clerk', 'mediator', 'officer'] as const;

/** A problem with a code wherever it may have one. */
const problem = {
  category: 'meubles',
  item: 'Sofa',
  condition: 'used',
  contractPlace: lists.contractPlaces.at(-1)?.code,
  paymentMethod: lists.paymentMethods.at(-1)?.code,
  nature: ['defectueux'],
  priorSteps: [{ means: 'telephone' }],
  details: 'Le pied est cassé.',
};

/** What is said to a person at an address: the text of a page with what its fields suggest, or of a document. */
async function said(
  role: Role,
  { people }: World,
  [address, language]: readonly [string, 'fr' | 'en'],
): Promise<string> {
  const cookie = `pc_lang=${language}; pc_session=${await site.pages.session(people[role].userId)}`;
  const response = await fetch(site.pages.origin + address, {
    headers: { cookie, accept: 'text/html', 'accept-encoding': 'identity' },
    redirect: 'manual',
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('wordprocessingml')) return (await readDocx(bytes)).text;
  return type.includes('text/html') ? pageText(bytes.toString()) : '';
}

/** The text of an agreement in the language of its document is not in the page's. */
function pageText(whole: string): string {
  const html = whole.replaceAll(/<div lang="\w+">[\s\S]*?<\/article><\/div>/g, '');
  const attributes = [...html.matchAll(/ (?:aria-label|placeholder|title|alt)="([^"]*)"/g)].map(([, text]) => text);
  return [...textLines(html), ...attributes].join('\n');
}

async function worldOf(stage: Stage | 'left'): Promise<World> {
  const world = await playWorld(site.suite.pool, stage === 'left' ? 'mediation' : stage, { represented: true });
  if (stage === 'left') {
    await world.run([{ by: world.acting, act: 'withdrawFromMediation', reason: 'plus_interet' }]);
    world.wait(24 * 19);
    await world.passDeadline('withdrawalClose');
  }
  const { pool } = site.suite;
  await pool.query(`update dossier_form set problem = $2 where dossier_id = $1`, [
    world.dossierId,
    JSON.stringify(problem),
  ]);
  await pool.query(`update proposal_content set remedies = $2 where dossier_id = $1`, [
    world.dossierId,
    JSON.stringify([
      {
        code: 'remboursement_total',
        values: { amount: 100, method: 'transfer', deadline: '2099-01-31', returnFeesBy: 'shared' },
      },
      { code: 'echange', values: { equivalence: 'identical', deadline: '2099-01-31', takeBack: true } },
    ]),
  ]);
  return world;
}

describe('no code is shown where a word is due', () => {
  test.each(['draft', 'submitted', 'proposed', 'agreed', 'left'] as const)(
    'on any page or in any document of a dossier, to anyone, in either language (%s)',
    async (stage) => {
      const world = await worldOf(stage);
      const addresses = addressesOf(world).filter((address) => !/\.data(?:$|\?)/.test(address));
      const shown: string[] = [];
      let read = 0;
      for (const role of roles) {
        for (const address of addresses) {
          for (const language of languages) {
            const text = await said(role, world, [address, language]);
            read += Number(text !== '');
            // The file summary is in its requester's language.
            const spoken = address.includes('resume') ? 'fr' : language;
            const codes = address.includes('resume') && language === 'en' ? [] : codesIn(text, spoken);
            if (codes.length > 0) shown.push(`${role} ${language} ${address}: ${codes.join(', ')}`);
          }
        }
      }
      expect(shown).toEqual([]);
      expect(read).toBeGreaterThan(100);
      if (stage === 'left') {
        const text = await said('clerk', world, [`/dossiers/${world.dossierId}`, 'fr']);
        expect(text).toContain('Plus d’intérêt à poursuivre');
      }
    },
    240_000,
  );

  test('on any other page, in either language', async () => {
    const { examples } = await castForPages(site.suite);
    const shown: string[] = [];
    for (const [route, { by, params = {} }] of Object.entries(examples)) {
      for (const language of languages) {
        const { html } = await site.pages.get(by, addressOf(route, params), language);
        const codes = codesIn(pageText(html), language);
        if (codes.length > 0) shown.push(`${language} ${route}: ${codes.join(', ')}`);
      }
    }
    expect(shown).toEqual([]);
  }, 120_000);
});
