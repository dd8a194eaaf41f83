import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

const claim = prepared<{ digest: Buffer }>(
  'command-claim',
  `with claimed as (
      insert into command_claim (dossier_id, command_key, digest) values ($1, $2, $3)
      on conflict do nothing returning digest)
    select digest from claimed union all select digest from command_claim where dossier_id = $1 and command_key = $2 limit 1`,
);

/**
 * Records which command a key is used for, the first time that it is used.
 *
 * @param said what the command says, in one form: the same text for the same command.
 * @returns false when the key was used for another command.
 */
export async function claimCommand(
  db: Database,
  { dossierId, key, said }: { dossierId: string; key: string; said: string },
): Promise<boolean> {
  const digest = createHash('sha256').update(said, 'utf8').digest();
  const { rows } = await claim(db, [dossierId, key, digest]);
  // Two at the same instant: the second one neither inserts nor sees the first yet, and tries again.
  const first = rows[0]?.digest;
  return first ? first.equals(digest) : claimCommand(db, { dossierId, key, said });
}
