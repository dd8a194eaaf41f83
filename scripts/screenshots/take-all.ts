import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Album } from './camera.ts';
import { crawl } from './crawl.ts';
import type { Inbox } from './inbox.ts';
import { enterAs, type Door } from './person.ts';
import { stories } from './stories/index.ts';
import { tellStory } from './stories/story.ts';
import { viewers } from './viewers.ts';

/** How many people look side by side: more would share the same cores. */
const lanes = 3;

export type Run = { door: Door; album: Album; inbox: Inbox | null; dataDir: string | null };

/** The roles that a run can be narrowed to. */
export const roles: readonly string[] = [...viewers, ...stories].map(({ role }) => role);

/**
 * Pictures for these roles. Those who follow links come first; stories change the demonstration, and begin when everyone has seen it as it was told.
 */
export async function takeAll({ door, album, inbox, dataDir }: Run, wanted: ReadonlySet<string>): Promise<void> {
  for (const role of wanted) await rm(path.join(album.folder, role), { recursive: true, force: true });
  await inLanes(
    viewers.filter(({ role }) => wanted.has(role)),
    async (viewer) => {
      const person = await enterAs(door, viewer.key);
      const count = await crawl(album, person, viewer);
      await person.close();
      album.say(`${viewer.role}: ${count} pages`);
    },
  );
  if (!inbox) {
    album.say(
      'No inbox: the pages that are reached with a code or a link of a mail are left out. Name it in MAIL_URL.',
    );
    return;
  }
  await inLanes(
    stories.filter(({ role }) => wanted.has(role)),
    (story) => tellStory(door, album, { story, inbox, dataDir }),
  );
}

async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
