import { expect, test } from '@jest/globals';
import { mediatorProposed, countered, submitted, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { formsOf } from '#tests/kit/forms.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

/** Every act of a party or of the mediator that has a page, as its form is sent. */
const acts: [page: string, fields: Record<string, string | string[]>][] = [
  ['/prise-en-charge', { replaces: '' }],
  ['/refus', { reason: 'autre', justification: 'Au nom du commerçant.', confirmed: 'on' }],
  ['/fermeture', { reason: 'autre', justification: 'Au nom d’une partie.', confirmed: 'on' }],
  ['/mediation', {}],
  ['/mediation/retrait', { reason: 'autre', justification: 'Au nom d’une partie.', confirmed: 'on' }],
  [
    '/mediation/fermeture',
    { reason: 'inconciliables', nature: 'Un moteur.', justification: 'Trop loin.', confirmed: 'on' },
  ],
  ['/propositions/nouvelle', { intent: 'send', 'remedy[]': ['excuses'], terms: 'L’Office propose ceci.' }],
  ['/propositions/:last/modifier', { intent: 'send', 'remedy[]': ['excuses'], terms: 'L’Office corrige ceci.' }],
  ['/propositions/:last/accepter', { version: '1', read: 'on' }],
  ['/propositions/:last/autre-version', {}],
  ['/messages', { thread: 'negotiation', intent: 'send', body: 'L’Office vous conseille d’accepter.' }],
  ['/propositions', { thread: 'mediationRoom', intent: 'send', body: 'L’Office vous conseille d’accepter.' }],
  [
    '/representation',
    {
      ...{ firstName: 'Léa', lastName: 'Roy', email: 'lea.roy@personne.example', relationship: 'ami' },
      ...{ adult: 'on', consent: 'on' },
    },
  ],
];

test.each<[string, Scenario]>([
  ['that was sent', submitted],
  ['in negotiation', countered],
  ['in mediation', mediatorProposed],
])(
  'F-005 in a dossier %s an officer acts for no party and advises none: no page offers it, and no form that is sent all the same does it',
  async (_where, scenario) => {
    const { officer } = site.suite.people;
    const play = await openPlay(site.suite, scenario);
    const before = await play.state();
    const root = `/dossiers/${play.dossierId}`;
    for (const tab of ['', '/documents', '/propositions', '/messages']) {
      const { html } = await site.pages.get(officer.userId, root + tab);
      expect([tab, formsOf(html, root + tab).map(({ action }) => action)]).toEqual([tab, []]);
    }
    for (const [page, fields] of acts) {
      const address = root + page.replace(':last', before.proposals.at(-1)!.id);
      const { status } = await site.pages.post(officer.userId, address, fields);
      expect([page, status >= 400 && status < 500]).toEqual([page, true]);
    }
    expect((await play.state()).seq).toBe(before.seq);
    const { rows } = await site.suite.pool.query(
      `select (select count(*)::int from message where author_id = $1) + (select count(*)::int from proposal_content where author_id = $1)
       + (select count(*)::int from justification where author_id = $1) as written`,
      [officer.userId],
    );
    expect(rows).toEqual([{ written: 0 }]);

    // What the Office's own page of it offers is to follow it up: to remind a side, and to look after codes and access.
    const own = `/office/dossiers/${play.dossierId}`;
    const { html } = await site.pages.get(officer.userId, own);
    const names = formsOf(html, own).map(({ hidden }) => hidden.find(([name]) => name === 'form_name')?.[1]);
    expect(names).toEqual(['nudge']);
  },
);
