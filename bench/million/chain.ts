import { keyId } from '#activities/journal/anchors.ts';

/** Events of each dossier; real ones have five to forty. */
export const events = 4;

/** The key that signed the heads of the dossiers' chains. */
export const journalKey = 'journal-key-of-the-benches-0123456789abcdef';

/** Before the first event (activities/journal/hash-chain.ts). */
const genesis = `decode(repeat('00', 32), 'hex')`;

/**
 * A row of a dossier, `alias`, with the links of its chain: `${name}.h0` to `.h4`. The same as the journal makes of the events that {@link payloadOf} says, in SQL: a
 * million dossiers of four events.
 */
export function linksOf(alias: string, name: string): string {
  const links = Array.from(
    { length: events },
    (_, index) =>
      `cross join lateral (select sha256(h${index} || convert_to(${linkText(alias, index + 1)}, 'UTF8')) as h${index + 1} offset 0) l${index + 1}`,
  );
  const columns = Array.from({ length: events + 1 }, (_, index) => `h${index}`).join(', ');
  return `cross join lateral (select ${columns} from (select ${genesis} as h0) l0 ${links.join(' ')}) ${name}`;
}

/** The key of the command that made an event. */
export const keyOf = (alias: string, seq: number | string): string => `(${alias}.id::text || ${seq})`;

const instant = (alias: string): string => `to_char(${alias}.updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What each of the events says. */
export const payloadOf = (alias: string): string =>
  `jsonb_build_object('type', 'sideNudged', 'side', 'merchant', 'at', ${instant(alias)}, 'by', jsonb_build_object('role', 'officer', 'userId', ${alias}.consumer_id))`;

/** The same in its link, keys in order. */
const linkText = (alias: string, seq: number): string =>
  `format('{"commandKey":"%s","dossierId":"%s","event":{"at":"%s","by":{"role":"officer","userId":"%s"},"side":"merchant","type":"sideNudged"},"seq":${seq}}',
    ${keyOf(alias, seq)}, ${alias}.id, ${instant(alias)}, ${alias}.consumer_id)`;

/** Signs the head of each dossier `alias`, as activities/journal/anchors.ts does: an HMAC-SHA256, made of what PostgreSQL has. */
export function anchorOf(alias: string): { keyId: string; mac: string } {
  // A key of 64 octets or fewer stands as it is.
  const key = Buffer.alloc(64);
  key.write(journalKey);
  const padded = (octet: number) => `'\\x${Buffer.from(key.map((each) => each ^ octet)).toString('hex')}'::bytea`;
  const message = `convert_to(${alias}.id::text || ':' || ${alias}.seq || ':', 'UTF8') || ${alias}.head_hash`;
  return { keyId: keyId(journalKey), mac: `sha256(${padded(0x5c)} || sha256(${padded(0x36)} || ${message}))` };
}
