import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pageIdAt } from '#contracts/pages/match.ts';
import { pagesById } from '#contracts/pages/index.ts';
import frLayout from '#content/texts/fr/layout.ts';
import enLayout from '#content/texts/en/layout.ts';
import { keyOf } from './coverage.ts';
import { phone, wide, type Person } from './person.ts';
import type { Shot } from './sheet.ts';

/** Pictures of a run, and what they show. */
export type Album = {
  folder: string;
  shots: Shot[];
  /** What pictures show without a refusal: a page of the address book, to whom, how wide, in which language ({@link keyOf}). */
  pictured: Set<string>;
  /** Those shown in dark: once each, whoever reads them, in French and wide. */
  dark: Set<string>;
  say(line: string): void;
};

export const emptyAlbum = (folder: string, say: Album['say']): Album => ({
  folder,
  shots: [],
  pictured: new Set(),
  dark: new Set(),
  say,
});

export type Subject = {
  role: string;
  name: string;
  /** The status that this page has. @default 200 */
  expected?: number;
};

/** What refusals are called; a page that is called so shows nothing else. */
const refusals: ReadonlySet<string> = new Set(
  [frLayout, enLayout].flatMap(({ refusal }) => [...Object.values(refusal.title), refusal.title[404]]),
);

/**
 * Pictures of the page that stands in a person's browser: at both widths, in the language that it has, with and without what is folded; in dark too the
 * first time that this page is seen. What is wrong with it is noted beside its picture.
 */
export async function takePictures(
  album: Album,
  person: Person,
  { role, name, expected = 200 }: Subject,
): Promise<void> {
  const { page, language } = person;
  const id = expected === 404 ? 'public.notFound' : pageIdAt(new URL(page.url()).pathname);
  const wrong = await problemsOf(person, expected);
  await mkdir(path.join(album.folder, role), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));

  const shoot = async (suffix: string, theme: 'light' | 'dark', problems: string[] = []) => {
    const width = page.viewportSize()?.width ?? 0;
    const variant = `${language}-${theme}-${width}`;
    const file = path.join(role, `${name}${suffix}-${variant}.png`);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.screenshot({ path: path.join(album.folder, file), fullPage: true });
    if (id !== null && !wrong.refused) album.pictured.add(keyOf({ page: id, reader: person.reader, width, language }));
    const all = [...problems, ...(scrolls > width ? [`is ${scrolls} wide on a screen of ${width}`] : [])];
    album.shots.push({ role, page: name + suffix, file, variant, problems: all });
    for (const problem of all) album.say(`${file}: ${problem}`);
  };

  await shoot('', 'light', wrong.problems);
  await page.setViewportSize(phone);
  await shoot('', 'light');
  if (await unfold(person)) {
    await shoot('-unfolded', 'light');
    await page.setViewportSize(wide);
    await shoot('-unfolded', 'light');
  }
  await page.setViewportSize(wide);
  const key = id ?? name;
  if (language !== 'fr' || album.dark.has(key)) return;
  album.dark.add(key);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Opens everything that is folded. @returns whether anything was. */
async function unfold({ page }: Person): Promise<boolean> {
  const folded = await page.$$eval('main details:not([open])', (all) =>
    all.map((details) => ((details as HTMLDetailsElement).open = true)),
  );
  return folded.length > 0;
}

/** A refusal, an error in the console, no heading or several, the title of an error. */
async function problemsOf(person: Person, expected: number): Promise<{ refused: boolean; problems: string[] }> {
  const { page } = person;
  const status = person.status();
  const headings = await page.locator('h1').allInnerTexts();
  const title = await page.title();
  const problems = person.errors().filter((error) => expected < 400 || !error.includes(`status of ${expected}`));
  const refused = status !== expected;
  if (refused) problems.push(`answers ${status}`);
  if (headings.length !== 1) problems.push(`has ${headings.length} first headings`);
  const called = [title.split(' · ')[0] ?? '', ...headings.map((heading) => heading.trim())];
  const error = /^(Erreur\s?:|Error:)/.test(title) || called.some((words) => refusals.has(words));
  if (error && expected < 400) problems.push(`is called « ${title} »`);
  return { refused: refused || (error && expected < 400), problems };
}

/** The same page for any dossier: random ids become `:id`. Queries are left out, except those that name a view. */
export function patternOf(address: string): string {
  return address
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
    .replace(/[?#].*$/, (query) => (/^\?(fil|vue)=[\w-]+$/.test(query) ? query : ''));
}

/** How the pictures of a page are called in the folder of a role. */
export const nameOf = (pattern: string, index = 0): string =>
  `${pattern.replace(/^\//, '').replaceAll(/[^\w-]+/g, '_') || 'home'}${index > 0 ? `-${index + 1}` : ''}`;

/** Whether anyone enters this page, signed in or not. */
export function isPublic(address: string): boolean {
  const id = pageIdAt(new URL(address, 'http://here').pathname);
  return id !== null && pagesById[id]?.enters === 'anyone';
}
