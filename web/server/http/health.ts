import { Router, type Response } from 'express';

/** Resolves when the part answers, throws when it does not. */
export type Probe = () => Promise<unknown>;

/**
 * `GET /health/live`: the process runs. `GET /health/ready`: each part answers within two seconds, else 503 with the names of
 * those that do not. Anybody may ask, so one answer serves all who ask within a second.
 */
export function healthRoutes(probes: Record<string, Probe>): Router {
  const router = Router();
  router.get(
    '/health/live',
    (_request, response) => void response.set('Cache-Control', 'no-store').json({ status: 'ok' }),
  );
  const ask = () =>
    Promise.all(
      Object.entries(probes).map(async ([name, probe]) => [name, (await answers(probe)) ? 'ok' : 'away'] as const),
    );
  let last: { at: number; entries: ReturnType<typeof ask> } | null = null;
  const tellReadiness = async (response: Response): Promise<void> => {
    const at = performance.now();
    if (last === null || at - last.at > answerLifeMs) last = { at, entries: ask() };
    const entries = await last.entries;
    const parts = Object.fromEntries(entries);
    const ready = entries.every(([, state]) => state === 'ok');
    response
      .set('Cache-Control', 'no-store')
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ok' : 'away', parts });
  };
  router.get('/health/ready', (_request, response) => void tellReadiness(response));
  return router;
}

const answerLifeMs = 1_000;

async function answers(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  try {
    return await Promise.race([probe().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
