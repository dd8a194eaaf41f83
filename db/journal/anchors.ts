import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

/** A signed head of a dossier's chain. `keyId` names the key that made `mac` (activities/journal/anchors.ts). */
export type Anchor = { dossierId: string; seq: number; hash: Buffer; keyId: string; mac: Buffer };

const save = prepared(
  'journal-anchor',
  `insert into journal_anchor (dossier_id, seq, hash, key_id, mac)
    select * from unnest($1::uuid[], $2::int[], $3::bytea[], $4::text[], $5::bytea[]) on conflict do nothing`,
);

/** Adds signed heads; one that is there already stays as it is. */
export async function saveAnchors(db: Database, anchors: readonly Anchor[]): Promise<void> {
  const column = <K extends keyof Anchor>(name: K) => anchors.map((anchor) => anchor[name]);
  await save(db, [column('dossierId'), column('seq'), column('hash'), column('keyId'), column('mac')]);
}

const read = prepared<Anchor & { present: Buffer | null }>(
  'journal-anchors',
  `select a.dossier_id as "dossierId", a.seq, a.hash, a.key_id as "keyId", a.mac, e.hash as present
    from journal_anchor a left join dossier_event e on e.dossier_id = a.dossier_id and e.seq = a.seq
    where a.dossier_id = any ($1::uuid[]) order by a.dossier_id, a.seq`,
);

/** The signed heads of several dossiers, each dossier's in order, each with the hash that its event has now; null when there is no such event. */
export async function anchorsOf(
  db: Database,
  dossierIds: readonly string[],
): Promise<(Anchor & { present: Buffer | null })[]> {
  return (await read(db, [dossierIds])).rows;
}

const ids = prepared<{ id: string }>(
  'journal-ids',
  `select id from dossier where id > $1::uuid order by id limit $2::int`,
);

/** Ids of the next dossiers after that one, in their order. */
export async function nextDossiers(db: Database, after: string, limit: number): Promise<string[]> {
  return (await ids(db, [after, limit])).rows.map(({ id }) => id);
}
