import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { databaseOptions } from '#config/database.ts';
import { readEnv } from '#config/env.ts';
import { demoPeople } from '#scripts/demo/people.ts';
import type { Progress } from '#scripts/system/progress.ts';
import { seedingFile } from './data-folder.ts';

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseOptions(databaseUrl));
  await client.connect();
  try {
    return (await client.query('select 1 from app_user limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}

/**
 * Puts the demonstration in when nobody is there yet, through the product's own commands: worker and servers must run.
 *
 * @returns the people to sign in as; none when there is no demonstration.
 */
export async function ensureDemo(
  env: Record<string, string>,
  dataDir: string,
  progress: Progress,
): Promise<typeof demoPeople> {
  const settings = readEnv(env);
  if (!settings.DEMO) return [];
  if (existsSync(seedingFile(dataDir)) || (await isEmpty(settings.DATABASE_URL))) {
    const { seed } = await import('#scripts/demo/seed.ts');
    const step = progress.step('Demonstration: people and disputes');
    await writeFile(seedingFile(dataDir), '');
    await seed(settings, { onProgress: step.update });
    await rm(seedingFile(dataDir), { force: true });
    step.done();
  }
  return demoPeople;
}
