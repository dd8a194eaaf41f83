import { createHash } from 'node:crypto';
import type { DossierEvent } from '#domain/dossier/events.ts';

/** Predecessor of a dossier's first event. */
export const genesis: Buffer = Buffer.alloc(32);

/** What a link of the chain seals. */
export type Link = { dossierId: string; seq: number; commandKey: string; event: DossierEvent };

/**
 * JSON with the keys of every object in code-point order and no spaces (the subset of RFC 8785 that events need: strings, safe
 * integers, booleans, null). The same value gives the same text whatever order a database or a program holds its keys in.
 */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** What a link's hash is made of, after its predecessor's: its canonical JSON. */
export function linkText(link: Link): string {
  return canonicalJson(link);
}

/**
 * SHA-256 of the predecessor's hash, the link's canonical JSON and the seal of what the event published, if anything (B-06); the journal's statement
 * makes the same (db/journal/append-statement.ts).
 */
export function linkHash(previous: Buffer, link: Link, seal: Uint8Array | null): Buffer {
  const hash = createHash('sha256').update(previous).update(linkText(link), 'utf8');
  return (seal ? hash.update(seal) : hash).digest();
}
