import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { pages, pagesById } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { addressOf, builtRoutes, type BuiltRoute } from '#tests/kit/addresses.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();
let routes: (BuiltRoute & { entry: Page; address: string })[];
beforeAll(async () => {
  routes = (await builtRoutes()).map((route) => {
    const entry = pagesById[route.id]!;
    const ids = Object.fromEntries(entry.ids.map((name) => [name, randomUUID()]));
    return {
      ...route,
      entry,
      address: addressOf(route.path, {
        ...ids,
        screen: 'bien',
        theme: 'mediation',
        queue: 'mediations',
        token: 'jeton',
      }),
    };
  });
});

/** What each route answers to this person, read or sent, that is not as `right` says. */
async function wrong(
  userId: string | null,
  mine: (entry: Page) => boolean,
  right: { read: (answer: { status: number; location: string | null }, address: string) => boolean; sent: number },
): Promise<string[]> {
  const found: string[] = [];
  for (const { hasLoader, hasAction, address, entry } of routes) {
    if (!mine(entry)) continue;
    if (hasLoader) {
      const answer = await site.pages.get(userId, address);
      if (!right.read(answer, address)) found.push(`GET ${address}: ${answer.status} ${answer.location}`);
    }
    if (!hasAction) continue;
    const { status } = await site.pages.post(userId, address, { body: 'Un texte' });
    if (status !== right.sent) found.push(`POST ${address}: ${status}`);
  }
  return found;
}

test('every route that is served is in the address book, and every entry is served', async () => {
  expect(routes.map(({ id, path }) => [id, path]).sort()).toEqual(
    Object.entries(pagesById)
      .map(([id, { path }]) => [id, path])
      .sort(),
  );
});

test('a page that is not for anyone sends strangers to sign in and back, and takes nothing from them', async () => {
  const closed = (entry: Page) => entry.enters !== 'anyone';
  expect(routes.filter(({ entry }) => closed(entry)).length).toBeGreaterThan(35);
  expect(
    await wrong(null, closed, {
      read: ({ status, location }, address) =>
        status === 303 && location === `/connexion?suite=${encodeURIComponent(address)}`,
      sent: 401,
    }),
  ).toEqual([]);
});

test('the pages of the Office are refused to everyone else, those of filing to all but consumers, and a company’s queue to all but merchants', async () => {
  const { consumer, respondent, mediator, officer } = site.suite.people;
  const refused = { read: ({ status }: { status: number }) => status === 403, sent: 403 };
  const ofOffice = (entry: Page) => Object.values<Page>(pages.office).includes(entry);
  const ofConsumers = (entry: Page) => entry.enters === 'consumer';
  const official = routes.filter(({ entry }) => ofOffice(entry)).map(({ entry }) => entry.enters);
  expect(official.length).toBeGreaterThan(30);
  expect(new Set(official)).toEqual(new Set(['officer']));
  expect(routes.filter(({ entry }) => ofConsumers(entry))).toHaveLength(8);
  for (const { userId } of [consumer, respondent, mediator]) expect(await wrong(userId, ofOffice, refused)).toEqual([]);
  for (const { userId } of [respondent, mediator, officer])
    expect(await wrong(userId, ofConsumers, refused)).toEqual([]);
  const ofQueue = (entry: Page) => Object.values<Page>(pages.queue).includes(entry);
  expect(routes.filter(({ entry }) => ofQueue(entry))).toHaveLength(8);
  for (const { userId } of [consumer, mediator, officer]) expect(await wrong(userId, ofQueue, refused)).toEqual([]);
}, 120_000);

test('no page of a dossier answers for one that does not exist, whoever asks', async () => {
  const ofDossier = (entry: Page) => entry.enters === 'reader';
  expect(routes.filter(({ entry }) => ofDossier(entry)).length).toBeGreaterThan(14);
  for (const { userId } of [site.suite.people.consumer, site.suite.people.officer]) {
    const found = await wrong(userId, ofDossier, { read: ({ status }) => status === 404, sent: 404 });
    expect(found).toEqual([]);
  }
}, 120_000);
