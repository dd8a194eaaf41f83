import type { Env } from '#config/env.ts';
import type { Database } from '#db/database.ts';
import type { Orm } from '#db/orm.ts';
import type { Scanner } from '#db/files/scanner.ts';
import type { Changes } from '#db/live/changes.ts';
import type { FileStore } from '#db/files/store.ts';
import type { Engine } from './engine.ts';
import type { Limits } from './limits/index.ts';

/** The dependencies of services; built once in web/server/serve.ts. */
export type ServiceDeps = {
  env: Env;
  /** The process's entities; with `db`, where `inTransaction` begins (db/transaction.ts). */
  orm: Orm;
  /** Typed queries over the process's pool. */
  db: Database;
  /** Commands to dossiers; pages read PostgreSQL. */
  engine: Engine;
  /** Says which dossier has just changed; null where nobody listens. */
  changes: Changes | null;
  /** Documents' bytes. */
  files: FileStore;
  /** Looks at files that come in; null where there is none. */
  scanner: Scanner | null;
  /** Counts of what people try and do. */
  limits: Limits;
  now: () => Date;
};
