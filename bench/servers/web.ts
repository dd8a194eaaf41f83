import os from 'node:os';
import path from 'node:path';
import { freePorts } from '#scripts/system/ports.ts';
import type { Servers } from './servers.ts';

/** The key of the codes of every part, for positions that a page is to recognise. */
export const pepper = 'pepper-of-the-benches-0123456789abcdef';

/** The web process on a database, without an engine: pages are read without it. */
export async function startReadingWeb(
  web: Servers['web'],
  databaseUrl: string,
): Promise<{ origin: string; pid: number }> {
  const [port] = await freePorts(1);
  const origin = `http://127.0.0.1:${port}`;
  const { pid } = await web({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_ORIGIN: origin,
    PORT: String(port),
    FILES_DIR: path.join(os.tmpdir(), 'parle-bench-none'),
    CODE_PEPPER: pepper,
    COMMAND_KEY: 'command-key-of-the-benches-0123456789abcdef',
    LOG_LEVEL: 'error',
  });
  return { origin, pid };
}
