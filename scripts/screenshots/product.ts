import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '#scripts/system/eventually.ts';
import { root } from '#scripts/system/paths.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { Problem } from '#scripts/system/problem.ts';
import { run } from '#scripts/system/processes.ts';

export type Running = {
  origin: string;
  /** The page of the inbox where its mails arrive; null when nobody said. */
  mail: string | null;
  /** Where its data is; null when nobody said. */
  dataDir: string | null;
  stop(): Promise<void>;
};

/**
 * The product at `BASE_URL` when it is given, with its inbox at `MAIL_URL` and its data in `DATA_DIR`; else one of its own, on data that is thrown away afterwards. Stories add to what
 * the product holds.
 */
export async function findProduct(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Running> {
  if (env['BASE_URL']) {
    return {
      origin: new URL(env['BASE_URL']).origin,
      mail: env['MAIL_URL'] ?? null,
      dataDir: env['DATA_DIR'] ?? null,
      stop: async () => undefined,
    };
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-screenshots-'));
  const [port, mailPort, uiPort] = await freePorts(3);
  const settings = { PORT: String(port), MAIL_PORT: String(mailPort), TEMPORAL_UI_PORT: String(uiPort) };
  const logFile = path.join(folder, 'start.log');
  const dataDir = path.join(folder, 'data');
  const product = run({
    name: 'npm start',
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', path.join(root, 'scripts/start.ts')],
    cwd: root,
    env: { ...env, ...settings, DATA_DIR: dataDir },
    logFile,
    tied: true,
    graceMs: 60_000,
  });
  const stop = async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  };
  say('Starting the product on data of its own, with its demonstration…');
  const failure = () => new Problem(`The product did not start:\n${product.tail(20)}`);
  const ready = (): boolean => {
    if (product.hasEnded()) throw failure();
    return product.tail(80).includes('is ready');
  };
  try {
    await eventually(ready, { within: 20 * 60_000, every: 500, failure });
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://localhost:${port}`, mail: `http://localhost:${mailPort}`, dataDir, stop };
}
