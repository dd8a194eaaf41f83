import { expect, test } from '@jest/globals';
import { inMediation, inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { formsOf, linksOf, type FoundForm } from '#tests/kit/forms.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';

const site = siteForFile();

const marker = '<script>alert(7)</script>';
/** What nobody should send, and somebody will. */
const hostile: Record<string, string> = {
  nothing: '',
  html: `Bris ${marker} "'&`,
  'marks that reorder a line': 'Ami\u202eertua\u202c \u2066x\u2069',
  'control characters': 'a\u0000b\u0007c\u001b[31m\r\nd',
  emoji: '👩‍⚖️🇨🇦🧾',
  'a number out of bounds': '-999999999999999999999999',
  'a date that is not': '2026-02-31',
  'a name of the language': '__proto__',
  'twenty thousand characters': 'é'.repeat(20_000),
};

/** Doors out of the session, and files. */
const left = /^\/deconnexion|^\/assets|\/telecharger|\/documents\/[0-9a-f-]{36}$|\.docx$/;
const shape = (address: string) =>
  address.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id').split('?')[0]!;

/** Every kind of page that this person reaches by links. */
async function reach(userId: string | null, starts: string[]): Promise<string[]> {
  const queue = [...starts];
  const seen = new Set<string>();
  const found: string[] = [];
  while (queue.length > 0) {
    const address = queue.shift()!;
    if (left.test(address) || seen.has(shape(address))) continue;
    seen.add(shape(address));
    const { status, html, location } = await site.pages.get(userId, address);
    expect([address, status < 500]).toEqual([address, true]);
    if (location?.startsWith('/')) queue.push(location);
    if (status !== 200) continue;
    found.push(address);
    queue.push(...linksOf(html));
  }
  return found;
}

function filled(form: FoundForm, button: [string, string] | null, value: string): Record<string, string> {
  return Object.fromEntries([
    ...form.hidden,
    ...form.fields.map(({ name }): [string, string] => [name, value]),
    ...(button ? [button] : []),
  ]);
}

type Attempt = { form: FoundForm; button: [string, string] | null; value: string };

/** Why an answer to bad input is not good enough; null when it is. */
function fault(answer: Answer, { form, button, value }: Attempt): string | null {
  const { status, html } = answer;
  if (status >= 500) return `answers ${status}`;
  if (html.includes(marker)) return 'lets HTML through';
  if (status >= 300 && status < 400) return null;
  // A preview shows what was typed, such as it is; a search finds nothing.
  if (status === 200 && (button?.[1] === 'preview' || button?.[1] === 'search')) return null;
  if (status < 400) return `takes it with ${status}`;
  const words = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  if (!/class="[^"]*(qc-error|pc-error|qc-notice|pc-lead)/.test(words)) return `answers ${status} without a sentence`;
  const typed = form.fields.some(({ text }) => text) && value.startsWith('Bris');
  if (typed && status === 422 && !words.includes('Bris &lt;script&gt;')) return 'loses what was typed';
  return null;
}

async function attack(userId: string | null, starts: string[]): Promise<{ tried: number; faults: string[] }> {
  const faults: string[] = [];
  let tried = 0;
  for (const address of await reach(userId, starts)) {
    // As it is now: what was saved before has changed the mark that a draft's page carries (B-03).
    const forms = async () => formsOf((await site.pages.get(userId, address)).html, address);
    for (const [position, first] of (await forms()).entries()) {
      if (first.multipart || first.fields.length === 0) continue;
      for (const button of first.buttons) {
        for (const [kind, value] of Object.entries(hostile)) {
          const form = (await forms())[position] ?? first;
          const answer = await site.pages.post(userId, form.action, filled(form, button, value));
          tried += 1;
          const wrong = fault(answer, { form, button, value });
          if (wrong) faults.push(`${shape(form.action)} [${button?.join('=') ?? ''}] ${kind}: ${wrong}`);
        }
      }
    }
  }
  return { tried, faults };
}

test('every form that a visitor reaches refuses bad input in words', async () => {
  const { tried, faults } = await attack(null, ['/', '/connexion', '/inscription', '/mot-de-passe']);
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(15);
}, 300_000);

test('every form of a draft refuses bad input in words, or keeps it as it was typed (B-03)', async () => {
  const play = await openPlay(site.suite);
  const { consumer } = site.suite.people;
  const { tried, faults } = await attack(consumer.userId, [
    `/dossiers/${play.dossierId}`,
    '/profil',
    '/dossiers/nouveau',
  ]);
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(60);
}, 300_000);

test('every form of a negotiation refuses bad input in words, for each side', async () => {
  const { consumer, clerk } = site.suite.people;
  for (const userId of [consumer.userId, clerk.userId]) {
    const play = await openPlay(site.suite, inNegotiation);
    const { tried, faults } = await attack(userId, [`/dossiers/${play.dossierId}`]);
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(20);
  }
}, 300_000);

test('every form before take-over, and of a mediation, refuses bad input in words, for the sides and the mediator', async () => {
  const { consumer, clerk, respondent, mediator } = site.suite.people;
  const sent = await openPlay(site.suite, submitted);
  const before = await attack(respondent.userId, [`/dossiers/${sent.dossierId}`]);
  expect(before.faults).toEqual([]);
  expect(before.tried).toBeGreaterThan(8);
  for (const userId of [mediator.userId, consumer.userId, clerk.userId]) {
    const play = await openPlay(site.suite, inMediation);
    await play.step({ by: 'mediator', act: 'propose' });
    const { tried, faults } = await attack(userId, [`/dossiers/${play.dossierId}`]);
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(20);
  }
}, 300_000);

test('every form of the Office refuses bad input in words', async () => {
  const { officer } = site.suite.people;
  const play = await openPlay(site.suite);
  const { tried, faults } = await attack(officer.userId, ['/office', `/office/dossiers/${play.dossierId}`]);
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThan(60);
}, 300_000);
