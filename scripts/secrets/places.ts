import { chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { Problem } from '#scripts/system/problem.ts';
import { nameOf, rings, type Former, type Ring, type RingName } from './rings.ts';

/** A file that holds secrets: which of them, and its text with others in their place. */
type Place = {
  read(text: string): Partial<Record<RingName, Ring>>;
  write(text: string, changed: Partial<Record<RingName, Ring>>): string;
};

const names = Object.keys(rings) as RingName[];

/** Settings as `docker compose --env-file` reads them: a setting a line. When each former one was replaced stands in a comment, by its name. */
export const settingsFile: Place = {
  read(text) {
    const found: Partial<Record<RingName, Ring>> = {};
    for (const name of names) {
      const present = valueOf(text, name);
      if (present === null) continue;
      const since = new Map(
        [...(sinceLine(name).exec(text)?.[1] ?? '').matchAll(/([0-9a-f]{8}) (\d{4}-\d\d-\d\d)/g)].map(
          ([, id = '', day = '']) => [id, day],
        ),
      );
      const former = (valueOf(text, rings[name].former) ?? '').split(',').filter((secret) => secret !== '');
      found[name] = {
        present: present === '' ? null : present,
        former: former.map((secret) => ({ secret, since: since.get(nameOf(name, secret)) ?? null })),
      };
    }
    return found;
  },
  write(text, changed) {
    let next = text;
    for (const name of names) {
      const ring = changed[name];
      if (!ring) continue;
      const { former } = rings[name];
      const days = ring.former.map(({ secret, since }) => `${nameOf(name, secret)} ${since}`).join(', ');
      const lines = [
        `${name}=${ring.present}`,
        ...(days ? [`# ${former} since: ${days}`] : []),
        `${former}=${ring.former.map(({ secret }) => secret).join(',')}`,
      ];
      next = next.replace(withEnd(sinceLine(name)), '').replace(withEnd(lineOf(former)), '');
      next = next.replace(lineOf(name), () => lines.join('\n'));
    }
    return next;
  },
};

const lineOf = (name: string) => new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}=(.*)$`, 'm');
const sinceLine = (name: RingName) => new RegExp(`^# ${rings[name].former} since: (.*)$`, 'm');
const withEnd = ({ source }: RegExp) => new RegExp(`${source}\\n?`, 'm');

function valueOf(text: string, name: string): string | null {
  const written = lineOf(name).exec(text)?.[1]?.trim();
  return written === undefined ? null : written.replace(/^(['"])(.*)\1$/, '$2');
}

type Remembered = Record<string, unknown> & { former?: Record<string, Former[]> };

const remembered: Readonly<Record<RingName, string>> = {
  CODE_PEPPER: 'codePepper',
  COMMAND_KEY: 'commandKey',
  JOURNAL_KEY: 'journalKey',
};

/** What `npm start` remembers in its data folder (scripts/start/settings.ts). */
export const rememberedFile: Place = {
  read(text) {
    const settings = JSON.parse(text) as Remembered;
    return Object.fromEntries(
      names.flatMap((name) => {
        const present = settings[remembered[name]];
        const former = settings.former?.[remembered[name]] ?? [];
        return typeof present === 'string' ? [[name, { present, former }]] : [];
      }),
    );
  },
  write(text, changed) {
    const settings = JSON.parse(text) as Remembered;
    for (const name of names) {
      const ring = changed[name];
      if (!ring) continue;
      settings[remembered[name]] = ring.present;
      settings.former = { ...settings.former, [remembered[name]]: ring.former };
    }
    return `${JSON.stringify(settings, null, 2)}\n`;
  },
};

/** @throws Problem when it cannot be read. */
export async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Problem(`${file} cannot be read: name the file that holds the secrets with --file.`, { cause: error });
  }
}

/**
 * Puts a text in the place of a file, whole or not at all, for its owner's eyes only (0600). Two at once do not mix: the second one finds the first one's
 * draft.
 *
 * @throws Problem when another is being written.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file);
  const draft = `${target}.new`;
  const { uid, gid } = await stat(target);
  const handle = await open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Problem(`${draft} is there: another change is under way, or was interrupted; remove it, then try again.`);
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    if (uid !== process.getuid?.()) await chown(draft, uid, gid);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
