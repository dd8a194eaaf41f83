import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { inMediation, mediationRequested } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();

/** The civil day so many days from today, in Québec. */
const list = '/absences';

async function mails(template: string) {
  const { rows } = await site.suite.pool.query(
    `select to_address as "to", params ->> 'mediatorName' as name from mail where template = $1`,
    [template],
  );
  return rows as { to: string; name: string }[];
}

test('F-137 T-06 an absence is told on a page, to the Office by mail, which sees it with the dossiers that fall in it', async () => {
  const { mediator, officer } = site.suite.people;
  await openPlay(site.suite, inMediation);
  const form = { form_key: `${randomUUID()}.a`, firstDay: dayFromToday(30), lastDay: dayFromToday(45) };
  for (const _ of [1, 2]) {
    expect(await site.pages.post(mediator.userId, list, form)).toMatchObject({ status: 303, location: list });
  }
  const office = `office@parle-consommation.example`;
  expect(await mails('mediator-absence')).toEqual([{ to: office, name: 'Camille Tremblay' }]);
  const mine = await site.pages.get(mediator.userId, list);
  expect(mine.html).toContain('16 jours');
  expect(mine.html).toContain('À temps');
  const seen = await site.pages.get(officer.userId, '/office/absences');
  expect(seen.html).toContain('Camille Tremblay');
  expect(seen.html).toContain('1 dossier');

  // A second one on the same days is refused, and so is one that is over; what was typed comes back.
  const meets = await site.pages.post(mediator.userId, list, { firstDay: dayFromToday(45), lastDay: dayFromToday(46) });
  expect([meets.status, meets.html]).toEqual([409, expect.stringContaining('Vous avez déjà annoncé une absence')]);
  expect(meets.html).toContain(`value="${dayFromToday(46)}"`);
  const past = await site.pages.post(mediator.userId, list, { firstDay: dayFromToday(-9), lastDay: dayFromToday(-1) });
  expect(past.status).toBe(409);
  const backwards = await site.pages.post(mediator.userId, list, {
    firstDay: dayFromToday(60),
    lastDay: dayFromToday(59),
  });
  expect([backwards.status, backwards.html]).toEqual([422, expect.stringContaining('avant le premier')]);
});

test('F-137 a late one is taken and says so; it is changed and cancelled by its mediator alone', async () => {
  const { mediator, officer, consumer } = site.suite.people;
  const otherMediator = await secondMediator(site.suite.pool);
  const late = await site.pages.post(otherMediator.userId, list, {
    firstDay: dayFromToday(3),
    lastDay: dayFromToday(20),
  });
  expect(late.status).toBe(303);
  expect(await mails('mediator-absence-late')).toHaveLength(1);
  const { html } = await site.pages.get(otherMediator.userId, list);
  expect(html).toContain('Moins de deux semaines à l’avance');
  const change = /\/absences\/[\w-]{36}/.exec(html)?.[0] ?? '';
  expect((await site.pages.get(mediator.userId, change)).status).toBe(404);
  const foreign = await site.pages.post(mediator.userId, change, { form_name: 'cancel' });
  expect(foreign.status).toBe(404);
  expect((await site.pages.get(officer.userId, list)).status).toBe(403);
  expect((await site.pages.get(consumer.userId, list)).status).toBe(403);

  // Made shorter than a week it needs no notice.
  const shorter = { form_name: 'change', firstDay: dayFromToday(3), lastDay: dayFromToday(5) };
  expect((await site.pages.post(otherMediator.userId, change, shorter)).status).toBe(303);
  expect((await site.pages.get(otherMediator.userId, list)).html).not.toContain('Moins de deux semaines');
  expect((await site.pages.post(otherMediator.userId, change, { form_name: 'cancel' })).status).toBe(303);
  expect(await mails('mediator-absence-cancelled')).toHaveLength(1);
  const again = await site.pages.post(otherMediator.userId, change, { form_name: 'cancel' });
  expect([again.status, again.html]).toEqual([409, expect.stringContaining('terminée ou annulée')]);
});

test('F-137 B-11 a mediator who is away is not suggested, and the page says why; the Office may still choose', async () => {
  const { officer } = site.suite.people;
  await secondMediator(site.suite.pool);
  const play = await openPlay(site.suite, mediationRequested);
  const address = `/office/dossiers/${play.dossierId}/mediation`;
  const suggested = async () => {
    const { html } = await site.pages.get(officer.userId, address);
    const shown = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const offered = shown.split('value="').filter((each) => /^[\w-]{36}"/.test(each));
    return { shown, who: offered.find((each) => each.includes('Suggestion'))?.slice(0, 36) ?? '' };
  };
  const first = (await suggested()).who;
  expect((await site.pages.post(first, list, { firstDay: dayFromToday(0), lastDay: dayFromToday(2) })).status).toBe(
    303,
  );
  const after = await suggested();
  expect(after.who).not.toBe(first);
  expect(after.shown).toMatch(/en absence du .*, donc sans suggestion/);
  const { html } = await site.pages.get(officer.userId, address);
  const named = await site.pages.post(officer.userId, address, {
    ...site.pages.hidden(html, 'mediatorId'),
    mediatorId: first,
  });
  expect(named.status).toBe(303);
});
