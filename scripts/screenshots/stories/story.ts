import { href, pages } from '#contracts/pages/index.ts';
import type { PersonKey } from '#scripts/demo/people.ts';
import { nameOf, patternOf, takePictures, type Album } from '../camera.ts';
import type { Inbox } from '../inbox.ts';
import { letInOfficer } from '../officer.ts';
import { enterAs, openBrowser, type Door, type Person } from '../person.ts';

/** What people do to reach pages that no link leads to: with a code on its way, after a choice, in a dossier that has come so far. */
export type Story = { role: string; tell(stage: Stage): Promise<void> };

export type Stage = {
  inbox: Inbox;
  /** Lets an officer in. @returns the address of the activation link. */
  letInOfficer(email: string, name: string): Promise<string>;
  /** A browser of someone of the demonstration, or of nobody; closed at the story's end. */
  enter(key: PersonKey | null): Promise<Person>;
  /** Pictures of the page that stands there, in both languages. */
  show(person: Person, name?: string): Promise<void>;
};

/** Tells a story; what goes wrong in it ends it, and is noted among the pictures. */
export async function tellStory(
  door: Door,
  album: Album,
  { story, inbox, dataDir }: { story: Story; inbox: Inbox; dataDir: string | null },
): Promise<void> {
  const people: Person[] = [];
  const { role } = story;
  const stage: Stage = {
    inbox,
    async letInOfficer(email, name) {
      if (dataDir === null) throw new Error('name its data folder in DATA_DIR: an officer is let in from no page');
      return letInOfficer({ dataDir, origin: door.origin }, email, name);
    },
    async enter(key) {
      const person = key === null ? await openBrowser(door) : await enterAs(door, key);
      people.push(person);
      return person;
    },
    async show(person, name) {
      const shown = name ?? nameOf(patternOf(new URL(person.page.url()).pathname));
      await takePictures(album, person, { role, name: shown });
      await person.speak('en');
      await person.page.reload({ waitUntil: 'load' });
      await takePictures(album, person, { role, name: shown });
      await person.speak('fr');
      await person.page.reload({ waitUntil: 'load' });
    },
  };
  try {
    await story.tell(stage);
    album.say(`${role}: told`);
  } catch (error) {
    const problem = String((error as Error).message).split('\n')[0] ?? 'failed';
    const where = people.map(({ page }) => new URL(page.url()).pathname).join(', ');
    album.shots.push({ role, page: 'story', file: '', variant: where, problems: [problem] });
    album.say(`${role} (${where}): ${problem}`);
  } finally {
    for (const person of people) await person.close();
  }
}

/** A civil day from today, as a date field takes it. */
export const dayFrom = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', dateStyle: 'short' }).format(
    Date.now() + days * 86_400_000,
  );

/** The address of a dossier in a person's list: of the first, or of the first whose link says these words. */
export async function dossierIn(person: Person, words = /./): Promise<string> {
  await person.goTo(href(pages.dossier.list));
  const links = await person.page.$$eval('main a[href^="/dossiers/"]', (anchors) =>
    anchors.map((anchor) => ({ address: anchor.getAttribute('href') ?? '', says: anchor.textContent ?? '' })),
  );
  const found = links.find(({ address, says }) => uuid.test(address) && words.test(says));
  if (!found) throw new Error(`no dossier ${String(words)} in the list`);
  return href(pages.dossier.summary, { dossierId: uuid.exec(found.address)?.[0] ?? '' });
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
