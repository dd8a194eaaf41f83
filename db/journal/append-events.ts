import type { Reaction, DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier, Status } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { appending, columns, givenInOrder, type Projection } from './append-statement.ts';
import { publications, valuesOf, type OnlyPublication } from './publications.ts';

/** What one command adds to a dossier's journal. */
export type Entry = {
  dossierId: string;
  commandKey: string;
  /** Which command the key is used for. */
  digest: string | null;
  /** Number of the last event before. */
  from: number;
  state: Dossier;
  row: Projection;
  /** How many documents and messages the events add or take away. */
  counts: { documents: number; messages: number };
  /** `text`: what the event's link is made of (activities/journal/hash-chain.ts). `seal`: of what it published already (db/journal/seals.ts). */
  links: readonly { text: string; event: DossierEvent; seal: Buffer | null }[];
  /** `seq`: number of the event that asks for it. */
  reactions: readonly { id: string; seq: number; reaction: Reaction }[];
  /** The one row of content that the events publish, when they need no more than that. */
  publication: OnlyPublication | null;
};

/**
 * Events, command, row, reactions and the content that they publish, in one statement, all or nothing.
 *
 * @returns the hash of the dossier's last event and the dossier's number; null, and nothing was written, when the dossier is not at `from`, knows the command already, or the content cannot be published.
 */
export async function appendEntry(db: Database, entry: Entry): Promise<{ head: Buffer; number: string } | null> {
  const { dossierId, commandKey, digest, from, state, row, counts, links, publication } = entry;
  const append = appending({
    events: links.length,
    publication: publication && { of: publications[publication.row.table], nth: publication.nth },
  });
  const { rows } = await append(db, [
    ...givenInOrder({
      dossierId,
      commandKey,
      from,
      seq: state.seq,
      state: JSON.stringify(state),
      ...counts,
      digest,
      reactions: entry.reactions.map((each) => JSON.stringify(each)),
    }),
    ...columns.map((column) => row[column]),
    ...links.flatMap(({ text, event, seal }) => [text, JSON.stringify(event), ...(publication ? [] : [seal])]),
    ...(publication ? valuesOf(publication.row) : []),
  ]);
  return rows[0] ? { head: rows[0].head, number: rows[0].number } : null;
}

/** Records that a command was refused, once. */
export async function recordRefusal(
  db: Database,
  refusal: {
    dossierId: string;
    commandKey: string;
    seq: number;
    status: Status;
    refusedCode: string;
    commandType: string;
  },
): Promise<void> {
  await db
    .insertInto('dossier_command')
    .values(({ fn }) => ({ ...refusal, at: fn<string>('now') }))
    .onConflict((on) => on.columns(['dossierId', 'commandKey']).doNothing())
    .execute();
}
