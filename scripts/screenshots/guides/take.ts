import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Language } from '#content/texts/index.ts';
import { personOf } from '#scripts/demo/people.ts';
import { root } from '#scripts/system/paths.ts';
import { enterAs, phone, wide, type Door, type Person } from '../person.ts';
import { scenes } from './scenes.ts';
import { fileOf, isPicture, sitterIn, type Picture } from './scene.ts';

export type Take = {
  door: Door;
  say(line: string): void;
  /** Only these pictures, `guide-name` each; what happens between them happens all the same. All when empty. */
  only: readonly string[];
};

const folder = path.join(root, 'docs/guides');
const languages = ['fr', 'en'] as const;
const margin = 16;

/** Takes the pictures of docs/guides anew. @returns the exit code. */
export async function takeGuides({ door, say, only }: Take): Promise<number> {
  const people = new Map<string, Person>();
  const enter = async (key: string | null): Promise<Person> => {
    const known = people.get(key ?? '') ?? (await enterAs(door, key));
    people.set(key ?? '', known);
    return known;
  };
  let [taken, bytes, failed] = [0, 0, 0];
  const once = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failed += 1;
      say(`${what}: ${String((error as Error).message).split('\n')[0]}`);
    }
  };
  for (const scene of scenes) {
    if (!isPicture(scene)) {
      await once(`what ${scene.does} does`, async () => {
        const person = await enter(scene.does);
        await person.speak(personOf(scene.does).language);
        await scene.act(person);
      });
      continue;
    }
    if (only.length > 0 && !only.includes(`${scene.guide}-${scene.name}`)) continue;
    for (const language of languages) {
      await once(fileOf(scene, language), async () => {
        bytes += await take(scene, await enter(sitterIn(scene.of, language)), language);
        taken += 1;
      });
    }
  }
  for (const person of people.values()) await person.close();
  say(`${taken} pictures in docs/guides/images, ${Math.round(bytes / 1024)} KB; ${failed} failed.`);
  return failed === 0 ? 0 : 1;
}

/** @returns the picture's size in bytes. */
async function take(picture: Picture, person: Person, language: Language): Promise<number> {
  const { page } = person;
  await page.setViewportSize(picture.phone ? phone : wide);
  await person.speak(language);
  await picture.at(person);
  if (person.status() >= 400) throw new Error(`answers ${person.status()}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const clip = await frameOf(person, picture);
  const png = await page.screenshot({ fullPage: true, clip });
  const file = path.join(folder, fileOf(picture, language));
  await mkdir(path.dirname(file), { recursive: true });
  // Pages for reading are narrower than the screen: what is blank beside them is left out.
  const trimmed = await sharp(png).trim({ background: '#ffffff', threshold: 2 }).toBuffer();
  const white = { top: margin, bottom: margin, left: margin, right: margin, background: '#ffffff' };
  await writeFile(file, await sharp(trimmed).extend(white).webp({ quality: 74, effort: 6 }).toBuffer());
  return (await stat(file)).size;
}

/** The part of the page that a picture keeps. */
async function frameOf({ page }: Person, { show = ['main'], under, tall = 900, end = false }: Picture) {
  const scrolled = await page.evaluate(() => window.scrollY);
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`shows no ${selector}`);
    return { ...box, y: box.y + scrolled };
  };
  const boxes = await Promise.all(show.map(boxOf));
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const above = under === undefined ? null : await boxOf(under);
  const top = above ? above.y + above.height : Math.min(...boxes.map(({ y }) => y));
  const height = Math.min(tall, bottom - top);
  return { x: left, y: end ? bottom - height : top, width: right - left, height };
}
