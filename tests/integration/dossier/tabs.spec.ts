import { describe, expect, test } from '@jest/globals';
import { partyClosingReasons, refusalReasons } from '#content/lists/closing.ts';
import { translator } from '#content/texts/index.ts';
import { marks } from '#tests/integration/visibility/marks.ts';
import { playWorld, type Role, type Stage, type World } from '#tests/integration/visibility/world.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();
const t = translator('fr');

const world = (stage: Stage): Promise<World> => playWorld(site.suite.pool, stage);

/** What is on a page, without what its scripts are given. */
const seen = (html: string): string => html.replaceAll(/<script[\s\S]*?<\/script>/g, '');

/** A tab of the dossier, or another of its pages, as this person finds it. */
async function shown({ people, dossierId }: World, role: Role, page = ''): Promise<string> {
  const { status, html } = await site.pages.get(people[role].userId, `/dossiers/${dossierId}${page}`);
  expect({ role, page, status }).toEqual({ role, page, status: 200 });
  return seen(html);
}

const linksIn = (html: string): string[] => [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to!);
const optionsOf = (html: string, field: string): string[] => {
  const [select = ''] = new RegExp(`<select[^>]*name="${field}"[\\s\\S]*?</select>`).exec(html) ?? [];
  return [...select.matchAll(/<option[^>]*value="([^"]+)"/g)].map(([, code]) => code!);
};

describe('the tabs of a dossier', () => {
  test('F-031 are four for every reader, the same in every one of them', async () => {
    const played = await world('mediation');
    const tabs = ['', '/documents', '/propositions', '/messages'];
    for (const role of ['consumer', 'respondent', 'clerk', 'otherClerk', 'mediator', 'officer'] as const) {
      for (const page of tabs) {
        const [nav = ''] = /<nav class="pc-tabs"[\s\S]*?<\/nav>/.exec(await shown(played, role, page)) ?? [];
        expect(linksIn(nav)).toEqual(tabs.map((tab) => `/dossiers/${played.dossierId}${tab}`));
        for (const name of ['Résumé du dossier', 'Documents', 'Tableau des propositions', 'Centre de messagerie']) {
          expect(nav).toContain(name);
        }
      }
    }
  });

  test('F-032 F-082 the merchant reads who the parties are, how to reach them and the whole problem before deciding', async () => {
    const played = await world('submitted');
    const { people, dossierId } = played;
    await site.suite.pool.query(
      `update app_user set phone = '418 555-0142', address_line = '12, rue des Lilas' where id = $1`,
      [people.consumer.userId],
    );
    const problem = {
      category: 'meubles',
      item: 'Sofa à trois places',
      brand: 'Nordik',
      contractDate: '2026-03-12',
      pricePaid: 129_999,
      nature: ['defectueux'],
      details: marks.problem,
      priorSteps: [{ means: 'telephone', person: 'Karine, au comptoir', outcome: 'On devait me rappeler.' }],
    };
    await site.suite.pool.query(`update dossier_form set problem = $2, parties = '{}' where dossier_id = $1`, [
      dossierId,
      JSON.stringify(problem),
    ]);
    for (const role of ['consumer', 'respondent', 'clerk', 'otherClerk'] as const) {
      const html = await shown(played, role);
      for (const words of [
        ...['Camille Tremblay', '418 555-0142', '12, rue des Lilas', `${people.consumer.userId}@personne.example`],
        ...['Meubles Boréal', `info@${people.merchantId}.example`],
        ...['Sofa à trois places', 'Nordik', '12 mars 2026', marks.problem, 'Karine, au comptoir'],
        ...['On devait me rappeler.'],
      ]) {
        expect({ role, words, there: html.includes(words) }).toEqual({ role, words, there: true });
      }
      expect(html).toMatch(/1\s299,99\s\$/);
    }
    expect(linksIn(await shown(played, 'clerk'))).toContain(`/dossiers/${dossierId}/prise-en-charge`);
  });

  test('F-037 in the table of proposals who must answer accepts or counters, and the other side does not', async () => {
    const played = await world('negotiation');
    const [, counter] = (await played.state()).proposals;
    const ways = [`/propositions/${counter!.id}/accepter`, '/propositions/nouvelle'];
    /** What the card of the proposal offers: the panel above it leads to the same. */
    const card = (html: string) => html.slice(html.indexOf('id="proposition-2"'));
    const offered = linksIn(card(await shown(played, 'consumer', '/propositions')));
    for (const way of ways) {
      expect(offered).toContain(`/dossiers/${played.dossierId}${way}`);
      await shown(played, 'consumer', way);
    }
    const others = linksIn(card(await shown(played, 'clerk', '/propositions')));
    for (const way of ways) expect(others).not.toContain(`/dossiers/${played.dossierId}${way}`);
  });

  test('F-038 F-122 the mediator reads the problem and the whole history of proposals, as the parties do', async () => {
    const played = await world('mediation');
    for (const role of ['mediator', 'consumer', 'clerk'] as const) {
      expect(await shown(played, role)).toContain(marks.problem);
      const html = await shown(played, role, '/propositions');
      for (const mark of ['proposal', 'version', 'counter'] as const) expect(html).toContain(marks[mark]);
    }
    expect(await shown(played, 'mediator', '/messages')).not.toContain(marks.negotiation);
  });

  test('F-096 where the parties talk and where they propose they are told to put what they agreed into a proposal', async () => {
    const played = await world('negotiation');
    for (const role of ['consumer', 'clerk'] as const) {
      expect(await shown(played, role, '/messages')).toContain(t('messages:formalise'));
      expect(await shown(played, role, '/propositions')).toContain(t('proposals:formalise'));
    }
  });

  test('F-141 a closed dossier is in the lists of both parties, and is read from there', async () => {
    const played = await world('withdrawn');
    const link = `/dossiers/${played.dossierId}`;
    for (const role of ['consumer', 'clerk', 'respondent'] as const) {
      const { html } = await site.pages.get(played.people[role].userId, '/dossiers?vue=fermes');
      expect(linksIn(html)).toContain(link);
      expect(await shown(played, role)).toContain(marks.problem);
      expect(await shown(played, role)).toContain(marks.closing);
      expect(await shown(played, role, '/propositions')).toContain(marks.counter);
    }
  });
});

describe('the draft of an agreement', () => {
  test('D-01 F-094 its author reads it before sending, and the other side before accepting: parties, solutions, terms to the letter', async () => {
    const played = await world('negotiation');
    const { people, dossierId } = played;
    const [first, counter] = (await played.state()).proposals;
    const edit = `/dossiers/${dossierId}/propositions/${counter!.id}/modifier`;
    const form = await shown(played, 'clerk', `/propositions/${counter!.id}/modifier`);
    const preview = await site.pages.post(people.clerk.userId, edit, {
      ...site.pages.hidden(form, 'remedy[]'),
      intent: 'preview',
      'remedy[]': ['remboursement_partiel'],
      'remboursement_partiel.amount': '1 234,50 $',
      'remboursement_partiel.deadline': '2099-01-31',
      terms: 'Par virement, « sans frais ».',
    });
    expect(preview.status).toBe(200);
    const previewOf = (html: string) => seen(html).slice(seen(html).indexOf(t('proposals:agreementPreview.draftMark')));
    for (const words of [
      'Camille Tremblay',
      'Meubles Boréal',
      'Remboursement partiel',
      'Par virement, « sans frais ».',
    ]) {
      expect(previewOf(preview.html)).toContain(words);
    }
    expect(previewOf(preview.html)).toMatch(/1\s234,50\s\$/);
    // Nothing was sent: the other side still reads what was there.
    const read = previewOf(await shown(played, 'consumer', `/propositions/${counter!.id}/accepter`));
    for (const words of ['Camille Tremblay', 'Meubles Boréal', marks.counter]) expect(read).toContain(words);
    expect(read).not.toContain('Par virement');
    expect(first!.state).toBe('superseded');
  });
});

describe('the form of a proposal', () => {
  test('F-064 a withdrawn document, which nobody can open, is not offered for damages and is refused', async () => {
    const played = await world('negotiation');
    const { people, dossierId, ids } = played;
    const html = await shown(played, 'consumer', '/propositions/nouvelle');
    expect(optionsOf(html, 'dommages.document')).toEqual([ids.documentId]);
    const damages = (document: string) => ({
      ...site.pages.hidden(html, 'remedy[]'),
      intent: 'send',
      'remedy[]': ['dommages'],
      'dommages.amount': '50',
      'dommages.harm': 'Un repas perdu.',
      'dommages.document': document,
      terms: 'Par virement.',
    });
    const send = (document: string) =>
      site.pages.post(people.consumer.userId, `/dossiers/${dossierId}/propositions/nouvelle`, damages(document));
    expect((await send(ids.withdrawnId)).status).toBe(422);
    expect((await played.state()).proposals).toHaveLength(2);
  });
});

describe('ending a dossier', () => {
  test('A-31 the reasons are those of their list, and no other', async () => {
    const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
    for (const [stage, page, list] of [
      ['negotiation', '/fermeture', partyClosingReasons],
      ['submitted', '/refus', refusalReasons],
    ] as const) {
      const played = await world(stage);
      const html = await shown(played, 'clerk', page);
      expect(optionsOf(html, 'reason')).toEqual(codes(list));
      const address = `/dossiers/${played.dossierId}${page}`;
      const fields = { ...site.pages.hidden(html, 'reason'), justification: 'Mon motif', confirmed: 'on' };
      const sent = await site.pages.post(played.people.clerk.userId, address, { ...fields, reason: 'inventee' });
      expect(sent.status).toBe(422);
      expect((await played.state()).closing).toBeNull();
    }
  });

  test('F-050 who did not contact the merchant is warned before filing, and the merchant may refuse for that', async () => {
    const played = await world('submitted');
    const { people, dossierId } = played;
    const { html } = await site.pages.get(people.consumer.userId, '/dossiers/nouveau');
    expect(html).toContain(t('filing:new.contactFirst'));
    const refusal = site.pages.hidden(await shown(played, 'clerk', '/refus'), 'reason');
    const fields = { reason: 'aucune_demarche', justification: 'Personne ne nous a écrit.', confirmed: 'on' };
    const address = `/dossiers/${dossierId}/refus`;
    expect((await site.pages.post(people.clerk.userId, address, { ...refusal, ...fields })).status).toBe(303);
    expect(await shown(played, 'consumer')).toContain('Aucune démarche préalable auprès de nous');
  });
});
