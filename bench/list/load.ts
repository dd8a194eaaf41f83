import autocannon from 'autocannon';
import type { Figures } from '../measure/rounds.ts';

/** People at once. */
export const connections = 8;
const seconds = 3;

/** Asks for a page as fast as it is given. Throws when an answer is not a page: a fast refusal must not pass for speed. */
export async function load(url: string, cookie = ''): Promise<Figures> {
  const headers = { 'accept-language': 'fr', ...(cookie ? { cookie } : {}) };
  const result = await autocannon({ url, connections, duration: seconds, headers });
  const good = result['2xx'];
  if (good === 0 || result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${good} pages, ${result.non2xx} other answers, ${result.errors} errors`);
  return { throughput: good / result.duration };
}
