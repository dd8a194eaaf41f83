import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { readEnv } from '#config/env.ts';
import { hasPeople } from '#db/accounts/people.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import type { JournalAccess } from '#scripts/demo/past.ts';
import { demoGuides } from '#scripts/demo/people.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { seedingFile } from './data-folder.ts';

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const orm = await openOrm(databaseUrl, { poolMax: 1 });
  try {
    return !(await hasPeople(await databaseOf(orm)));
  } finally {
    await orm.close(true);
  }
}

/**
 * Creates the demonstration when there are no accounts yet, through the product's own commands: worker and servers must run.
 *
 * @returns one person a role to sign in as; none when there is no demonstration.
 */
export async function ensureDemo(
  env: Record<string, string>,
  { dataDir, progress, journal }: { dataDir: string; progress: Progress; journal: JournalAccess },
): Promise<typeof demoGuides> {
  const settings = readEnv(env);
  if (!settings.DEMO) return [];
  if (existsSync(seedingFile(dataDir)) || (await isEmpty(settings.DATABASE_URL))) {
    const { seed } = await import('#scripts/demo/seed.ts');
    const step = progress.step('Demonstration: people and disputes');
    await writeFile(seedingFile(dataDir), '');
    await seed(settings, { journal, onProgress: step.update });
    await rm(seedingFile(dataDir), { force: true });
    step.done();
  }
  return demoGuides;
}
