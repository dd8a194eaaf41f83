import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from '#config/env.ts';
import type { Orm } from '#db/orm.ts';
import type { Database } from '#db/database.ts';
import type { FileStore } from '#db/files/store.ts';
import type { Engine } from './engine.ts';

/** What services are made of; built once in web/server/main.ts. */
export type ServiceDeps = {
  env: Env;
  /** Entities and their unit of work: `orm.em.fork()` for each request. */
  orm: Orm;
  /** Kysely over the process's pool: `sql\`…\`.execute(db)`, `db.transaction().execute(…)`. */
  db: Database;
  /** The same pool, for libraries that want one. */
  pool: Pool;
  /** Commands to dossiers; pages read PostgreSQL. */
  engine: Engine;
  /** Documents' bytes. */
  files: FileStore;
  log: Logger;
  now: () => Date;
};
