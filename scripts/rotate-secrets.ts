import path from 'node:path';
import { parseArgs } from 'node:util';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { dataDir } from '#scripts/system/paths.ts';
import { explain, Problem } from '#scripts/system/problem.ts';
import { rememberedFile, replaceFile, settingsFile, textOf } from './secrets/places.ts';
import { nameOf, rings, rotated, type Ring, type RingName } from './secrets/rings.ts';

/**
 * Makes new secrets in the place of those of a file, which become former ones; forgets former ones that protect nothing any more; says what to restart
 * (docs/security/secrets.md). Without `--file`, those of `npm start`.
 */
const usage =
  'npm run rotate-secrets -- [--file deploy/compose.env] [--only CODE_PEPPER,COMMAND_KEY,JOURNAL_KEY] [--leaked]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Asked = { file: string | null; only: RingName[]; leaked: boolean };

/** @throws Problem that says what to write instead. */
function readArguments(args: string[]): Asked {
  try {
    const options = { file: { type: 'string' }, only: { type: 'string' }, leaked: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options });
    const known = Object.keys(rings);
    const only = (values.only?.split(',') ?? known) as RingName[];
    const unknown = only.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Error(`${unknown} is none of ${known.join(', ')}.`);
    return { file: values.file ?? null, only, leaked: values.leaked ?? false };
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('\n')[0]}\nWrite: ${usage}`, { cause: error });
  }
}

async function main(args: string[]): Promise<void> {
  const { file: named, only, leaked } = readArguments(args);
  const file = named ?? path.join(dataDir(), 'settings.json');
  const place = named === null ? rememberedFile : settingsFile;
  const text = await textOf(file);
  const present = place.read(text);
  const today = todayInQuebec(new Date().toISOString());
  const changed: Partial<Record<RingName, Ring>> = {};
  const lines: string[] = [];
  for (const name of only) {
    const before = present[name];
    if (!before) {
      lines.push(`${name} is not in this file.`);
      continue;
    }
    const { ring, forgotten } = rotated(name, before, { today, leaked });
    changed[name] = ring;
    lines.push(told(name, { before, after: ring, forgotten }));
  }
  if (Object.keys(changed).length === 0)
    throw new Problem(`${file} has none of ${only.join(', ')}: nothing was changed.`);
  await replaceFile(file, place.write(text, changed));
  for (const line of [...lines, '', ...restart(named)]) say(line);
}

function told(
  name: RingName,
  { before, after, forgotten }: { before: Ring; after: Ring; forgotten: string[] },
): string {
  const { days, protects } = rings[name];
  const made = after.present ? nameOf(name, after.present) : '';
  const first = before.present ? `${made} replaces ${nameOf(name, before.present)}` : `${made} is the first one`;
  const known = after.former.map(({ secret }) => nameOf(name, secret));
  const kept = days === null ? 'for ever' : `${days} days each`;
  return [
    `${name}: ${first}.`,
    ...(known.length > 0 ? [`  Known still, ${kept}: ${known.join(', ')} (${protects}).`] : []),
    ...(forgotten.length > 0
      ? [`  Forgotten: ${forgotten.join(', ')}; what they made is worth nothing any more.`]
      : []),
  ].join('\n');
}

/** Workers know both secrets before anything is made with the new one. */
function restart(named: string | null): string[] {
  if (named === null) return ['Start again: stop npm start (or npm run dev) with Ctrl-C if it runs, then start it.'];
  const compose = `docker compose --env-file ${named} up --detach --wait`;
  return [
    'Restart in this order, each before the next:',
    `1. every worker, which then knows both secrets: ${compose} worker`,
    `2. every web process: ${compose} web`,
    'Until then mails whose codes a restarted web sealed would wait in a worker that was not restarted.',
    'The file that was there before may be in backups: they hold the former secrets.',
  ];
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
