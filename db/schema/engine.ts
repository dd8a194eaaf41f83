import { defineEntity, p } from '@mikro-orm/core';
import { instant, instantOfNow } from './columns.ts';

/** How far recovery has walked the dossiers of an engine's database: one row for the platform. */
export const EngineWalk = defineEntity({
  name: 'EngineWalk',
  tableName: 'engine_walk',
  properties: {
    onlyRow: p.boolean().primary().default(true),
    engineId: p.text(),
    walkedTo: p.uuid().nullable(),
    finishedAt: instant().nullable(),
  },
});

/** A dossier whose last event the engine is not known to have followed; it goes when that is known. */
export const EngineBehind = defineEntity({
  name: 'EngineBehind',
  tableName: 'engine_behind',
  properties: {
    dossierId: p.uuid().primary(),
    /** Number of that event. */
    seq: p.integer(),
    /** By the clock of the database. */
    recordedAt: instantOfNow(),
  },
});

/** Counts that slow guessing and flooding; the columns are those that rate-limiter-flexible expects. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    expire: p.bigint('number').nullable(),
  },
});
