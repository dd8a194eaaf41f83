import { hash, verify } from '@node-rs/argon2';
import {
  isAmong,
  keyedHash,
  stamped,
  unstamped,
  type Purpose,
  type Secret,
  type SecretRing,
} from '#contracts/secrets/secret-ring.ts';
import { spelledCode } from '#domain/typed/codes.ts';

/** Letters and digits that nobody confuses when reading or dictating (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The package's own name for it is a const enum, which does not exist at run time. */
const argon2id = 2;

/** That of passwords (OWASP Password Storage, RFC 9106): 60 bits are few for whoever has both the database and the secret (ASVS 6.5.2). */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * The validation key of an invitation (F-077, A-19), such as `7KQM-4XPT-9R2B` (60 bits). It is derived from the invitation and a
 * secret of the platform: the mail can be made again after a crash, and neither a row, a history nor a log ever holds the key.
 */
export function invitationKey(secret: Secret, invitationId: string): string {
  return spell(keyedHash(secret, 'validation-key', invitationId));
}

/** The key of an invitation of which this is stored; null when the secret that it was made with is not known any more. */
export function keyOfInvitation(ring: SecretRing, { id, keyHash }: { id: string; keyHash: Uint8Array }): string | null {
  const stored = unstamped(ring, keyHash);
  if (stored) return stored.secret && invitationKey(stored.secret, id);
  const plain = (secret: Secret) => spell(secret.plainHash(`invitation-key:${id}`));
  const maker = ring.find((secret) => isAmong([plainHashOf(secret, plain(secret))], keyHash));
  return maker ? plain(maker) : null;
}

/**
 * The access code that goes with a reference number (F-051), derived likewise. Each issue (`issuedAt`, ISO-8601) makes another code, so that sending
 * codes again voids the earlier ones.
 */
export function accessCode(secret: Secret, referralId: string, issuedAt: string): string {
  return spell(keyedHash(secret, 'access-code', `${referralId}:${issuedAt}`));
}

/** What is stored of a code: argon2id of its normal form, with a salt and under a key of the platform's secret, whose name is in front. */
export async function hashCode([present]: SecretRing, typed: string): Promise<Buffer> {
  const hashed = await hash(spelledCode(typed), { ...cost, secret: present.key(stored).export() });
  return stamped(present, Buffer.from(hashed));
}

/** `forgotten`: the code was stored under a secret that is not known any more, so that nothing is right. */
type CodeAnswer = 'right' | 'wrong' | 'forgotten';

/**
 * How what was typed compares with the code that was stored: under the present secret, a former one, or as codes were before secrets had names. Takes as
 * long when nothing is stored, so that time does not tell which number exists.
 */
export async function compareCode(ring: SecretRing, typed: string, hashed: Uint8Array | null): Promise<CodeAnswer> {
  const known = unstamped(ring, hashed ?? (await unusable(ring)));
  const plain = () =>
    isAmong(
      ring.map((secret) => plainHashOf(secret, typed)),
      hashed ?? Buffer.alloc(0),
    );
  if (!known) return plain() ? 'right' : 'wrong';
  const { secret, content } = known;
  if (!secret) return 'forgotten';
  const matches = await verify(content, spelledCode(typed), { secret: secret.key(stored).export() });
  return matches && hashed !== null ? 'right' : 'wrong';
}

const stored: Purpose = 'code-hash';

const plainHashOf = (secret: Secret, code: string): Buffer => secret.plainHash(`code:${spelledCode(code)}`);

const unusables = new WeakMap<SecretRing, Promise<Buffer>>();

function unusable(ring: SecretRing): Promise<Buffer> {
  const known = unusables.get(ring) ?? hashCode(ring, 'no code is this one');
  unusables.set(ring, known);
  return known;
}

function spell(digest: Buffer): string {
  const letters = Array.from(digest.subarray(0, 12), (byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
