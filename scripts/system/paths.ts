import os from 'node:os';
import path from 'node:path';

/** Root of the work tree. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Everything `npm start` keeps; `npm start -- --fresh` empties it. Another place: `DATA_DIR`. */
export const dataDir = (env: NodeJS.ProcessEnv = process.env): string => path.resolve(root, env['DATA_DIR'] ?? '.data');

/** What may be fetched or built again, shared by every clone of this user. */
export const cacheDir = (env: NodeJS.ProcessEnv = process.env): string =>
  path.join(env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'parle-consommation');
