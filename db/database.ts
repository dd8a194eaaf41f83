import type { Kysely } from 'kysely';

/** Tables are named in the queries themselves (`sql` templates), so no table types are kept. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Database = Kysely<any>;
