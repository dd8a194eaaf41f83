import { createHash, randomBytes } from 'node:crypto';

/** A secret that was used before, and the civil day (UTC) on which it was replaced; null when nobody noted it. */
export type Former = { secret: string; since: string | null };

/** A secret and its former ones, the latest first. `present` is null where none was chosen yet. */
export type Ring = { present: string | null; former: Former[] };

export type RingName = 'CODE_PEPPER' | 'COMMAND_KEY' | 'JOURNAL_KEY';

type Rule = {
  /** The setting with the former ones. */
  former: string;
  /** What its name is derived with. */
  label: string;
  /** Days that a former one is kept: longer than anything made with it is good for. Null: for ever. */
  days: number | null;
  /** What a former one is for, and what is lost without it. */
  protects: string;
};

/** The rings that are rotated (docs/security/secrets.md). */
export const rings: Readonly<Record<RingName, Rule>> = {
  CODE_PEPPER: {
    former: 'CODE_FORMER_PEPPERS',
    label: 'code',
    days: 90,
    protects: 'codes, keys and links that were sent, and texts that wait in browsers',
  },
  COMMAND_KEY: {
    former: 'COMMAND_FORMER_KEYS',
    label: 'command',
    days: 7,
    protects: 'commands on their way to workers',
  },
  JOURNAL_KEY: {
    former: 'JOURNAL_FORMER_KEYS',
    label: 'journal',
    days: null,
    protects: 'the proof of what was signed in the record',
  },
};

/** A name for a secret that does not tell it, as logs and the database have it. */
export function nameOf(ring: RingName, secret: string): string {
  return createHash('sha256').update(`${rings[ring].label}:${secret}`).digest('hex').slice(0, 8);
}

type Rotation = { ring: Ring; forgotten: string[] };

/**
 * A new secret in the place of the present one, which becomes a former one; those that protect nothing any more are forgotten.
 *
 * @param how.today civil day, UTC. @param how.leaked nothing of the ring is believed any more: no former one is kept, but those that prove the record.
 */
export function rotated(
  name: RingName,
  { present, former }: Ring,
  { today, leaked }: { today: string; leaked: boolean },
): Rotation {
  const { days } = rings[name];
  const before = [...(present ? [{ secret: present, since: today }] : []), ...former];
  const noted = before.map(({ secret, since }) => ({ secret, since: since ?? today }));
  const kept = noted.filter(({ since }) => days === null || (!leaked && daysBetween(since, today) <= days));
  const forgotten = noted.filter((one) => !kept.includes(one)).map(({ secret }) => nameOf(name, secret));
  return { ring: { present: randomBytes(32).toString('base64url'), former: kept }, forgotten };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
