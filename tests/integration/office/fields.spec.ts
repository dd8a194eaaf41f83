import { expect, test } from '@jest/globals';
import { inMediation, mediationRequested } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();
const officer = () => site.suite.people.officer.userId;
const textOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');

test('B-11 an officer states a mediator’s field; the suggestion follows it and one sentence says why, when naming and when handing over', async () => {
  const { pool, people } = site.suite;
  const requested = await openPlay(site.suite, mediationRequested);
  const { rows } = await pool.query<{ kind: string }>('select problem_kind as kind from dossier where id = $1', [
    requested.dossierId,
  ]);
  const kind = rows[0]!.kind || 'qualite';
  await pool.query('update dossier set problem_kind = $2 where id = $1', [requested.dossierId, kind]);
  const one = await secondMediator(pool);
  const two = await secondMediator(pool);
  const account = `/office/mediateurs/${two.userId}`;
  const page = await site.pages.get(officer(), account);
  const seen = site.pages.hidden(page.html, 'fields[]')['seen'] ?? '';
  const form = { form_name: 'fields', seen };
  expect((await site.pages.post(officer(), account, { ...form, 'fields[]': 'nawak' })).status).toBe(422);
  expect((await site.pages.post(officer(), account, { ...form, 'fields[]': kind })).status).toBe(303);
  // From a page of before: what a colleague stated is not written over unread.
  const late = await site.pages.post(officer(), account, { ...form, 'fields[]': 'autre' });
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('name="seen"')]);
  expect((await site.pages.get(officer(), account)).html).toMatch(
    new RegExp(`checked[^>]*value="${kind}"|value="${kind}"[^>]*checked`),
  );

  const naming = textOf((await site.pages.get(officer(), `/office/dossiers/${requested.dossierId}/mediation`)).html);
  const [before = ''] = naming.split('<span class="pc-chip');
  expect(before.lastIndexOf(two.userId)).toBeGreaterThan(before.lastIndexOf(one.userId));
  expect(naming).toContain(`Suggestion : ${two.name}, parce que cette personne n’est pas en absence`);
  expect(naming).toContain('a cette sorte de problème dans son domaine');
  expect(naming).toContain('sorte de problème de son domaine');

  const running = await openPlay(site.suite, inMediation);
  await pool.query('update dossier set problem_kind = $2 where id = $1', [running.dossierId, kind]);
  const handing = textOf(
    (await site.pages.get(officer(), `/office/mediateurs/${people.mediator.userId}/dossiers`)).html,
  );
  expect(handing).toMatch(new RegExp(`<option value="${two.userId}" selected`));
  expect(handing).toContain('a cette sorte de problème dans son domaine');

  // Another field than this one comes last, none stated is as good as before.
  const fresh = site.pages.hidden((await site.pages.get(officer(), account)).html, 'fields[]')['seen'] ?? '';
  const other = kind === 'autre' ? 'qualite' : 'autre';
  const moved = await site.pages.post(officer(), account, { form_name: 'fields', seen: fresh, 'fields[]': other });
  expect(moved.status).toBe(303);
  const again = textOf((await site.pages.get(officer(), `/office/dossiers/${requested.dossierId}/mediation`)).html);
  expect(again).not.toContain(`Suggestion : ${two.name}, parce que cette personne n’est pas en absence et a cette`);
  expect(again).toContain('domaine autre que celui-ci');
  const { rows: audited } = await pool.query(`select 1 from audit_log where action = 'mediator.field_stated'`);
  expect(audited).toHaveLength(2);
});
