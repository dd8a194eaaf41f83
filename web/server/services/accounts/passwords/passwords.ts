import { hash, verify } from '@node-rs/argon2';
import { AppError } from '#contracts/errors.ts';
import { opaqueSecret } from '#domain/typed/secret.ts';
import { compute } from '#web/server/compute/index.ts';

/** The package's own name for it is a const enum, which does not exist at run time. */
const argon2id = 2;

/** argon2id, 19 MiB, two passes, one lane (OWASP Password Storage, RFC 9106). */
export const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Words that say where the password is used: no protection against someone who knows the service (ASVS 6.1.2). */
const contextWords = [
  'parle',
  'consommation',
  'parleconsommation',
  'office',
  'opc',
  'protection',
  'consommateur',
  'commerçant',
  'mediateur',
];

/** Fewest characters that must be left once the person's particulars are taken out. */
const leastUnknown = 8;

/** Characters that are estimated at once: time grows fast with length, and this many decide. */
const estimated = 40;

const repeated = /(.{2,64}?)\1+/gsu;

/**
 * True when a password would resist guessing: at least 10⁸ guesses, common passwords, names, words of both languages, keyboard walks and this
 * person's own particulars assumed known to the attacker (ASVS 6.2.4, 6.2.11). In a long password repetitions count once, and a strong beginning or a
 * strong end is enough: guessing the whole requires guessing each part.
 *
 * @param whose whose turn of the estimator it takes: a person, or a place.
 * @throws AppError `platform.busy` when too many wait.
 */
export async function isStrong(password: string, particulars: string[], whose: string): Promise<boolean> {
  const known = [...contextWords, ...particulars.flatMap((one) => [one, ...one.split(/[^\p{L}\p{N}]+/u)])].filter(
    (word) => word.length > 2,
  );
  // What only repeats what is known of the person leaves little to guess, however long.
  if (without(password, known).length < leastUnknown) return false;
  const estimate = (part: string) => compute.passwords.run(whose, 'estimate', { password: part, known });
  const text = password.length > estimated ? password.replaceAll(repeated, '$1') : password;
  if ((await estimate(text.slice(0, estimated))) >= 3) return true;
  return text.length > estimated && (await estimate(text.slice(-estimated))) >= 3;
}

function without(password: string, words: string[]): string {
  const longestFirst = words.map((word) => word.toLowerCase()).sort((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

/** @throws AppError `auth.weak_password` when {@link isStrong} says no; `platform.busy` as it does. */
export async function checkStrength(password: string, particulars: string[], whose: string): Promise<void> {
  if (!(await isStrong(password, particulars, whose))) throw new AppError('auth.weak_password');
}

/** What is stored: a PHC string with its salt and cost, of the one form of what was typed. */
export function hashPassword(password: string): Promise<string> {
  return compute.hashes.run('', () => hash(opaqueSecret(password), cost));
}

/** How a typed password compares. `renew`: it is right, and its hash was made of another form of it: {@link hashPassword} makes the one of all devices. */
export type PasswordCheck = { right: boolean; renew: boolean };

/**
 * Compares a password with a hash, in the form of all devices, then as this device sent it, as hashes were once made. Takes as long when there is no
 * hash, so that time does not tell whether an account exists.
 */
export async function checkPassword(stored: string | null, password: string): Promise<PasswordCheck> {
  const known = stored ?? (await unusable());
  const matches = async (form: string) => (await compute.hashes.run('', () => verify(known, form))) && stored !== null;
  const form = opaqueSecret(password);
  if (await matches(form)) return { right: true, renew: false };
  const right = form !== password && (await matches(password));
  return { right, renew: right };
}

let unusableHash: Promise<string> | null = null;

function unusable(): Promise<string> {
  return (unusableHash ??= hashPassword('no account has this password'));
}
