import pg from 'pg';
import type { Instant } from '#domain/dossier/types.ts';

const { TIMESTAMPTZ, DATE, INT8 } = pg.types.builtins;

/**
 * Makes a pool's connections read what PostgreSQL sends as the domain holds it: `timestamptz` as ISO-8601 UTC with milliseconds, `date` as `YYYY-MM-DD`,
 * `bigint` (counts, sizes) as a number. To be called before the pool has connections.
 */
export function readAsDomainValues(pool: pg.Pool): void {
  const types = (pool.options.types as pg.CustomTypesConfig | undefined) ?? new pg.TypeOverrides();
  if ('setTypeParser' in types) {
    const overrides = types as pg.TypeOverrides;
    overrides.setTypeParser(TIMESTAMPTZ, instantOf);
    overrides.setTypeParser(DATE, String);
    overrides.setTypeParser(INT8, Number);
  }
  pool.options.types = types;
}

/** `2026-11-26 00:44:11.5+00`, as PostgreSQL writes it, made `2026-11-26T00:44:11.500Z`. */
function instantOf(text: string): Instant {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (match) return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  // A session whose zone is not UTC. `infinity` and years that the domain does not know throw: the platform writes none.
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}
