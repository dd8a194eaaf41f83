import { readEnv } from '#config/env.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { createServices, type Services } from '#web/server/services/index.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** The web's services on a suite's servers, so many days from now: what was done is real, only the reader's clock is ahead. */
export function servicesLater({ servers, web, engine }: EngineSuite, days: number): Services {
  const env = readEnv({ ...process.env, ...servers.env });
  return createServices({
    env,
    orm: web.orm,
    db: web.db,
    engine,
    changes: null,
    files: openDiskStore(env.FILES_DIR),
    scanner: null,
    limits: createLimits({ pool: web.pool, secrets: env.secrets }),
    now: () => new Date(Date.now() + days * 86_400_000),
  });
}
