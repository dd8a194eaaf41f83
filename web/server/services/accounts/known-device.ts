import { randomBytes } from 'node:crypto';
import { isAmong, possibleHashes, storedHash, type SecretRing } from '#contracts/secrets/secret-ring.ts';

/** The name of a browser that a person signed in with before; null for any other. */
type Device = string | null;

/**
 * What a browser keeps after a person has signed in with it: a name of its own, signed for that person (OWASP, « device cookies »). It opens nothing:
 * it only has the tries of this browser counted apart from those of strangers, who cannot use them up.
 */
export function deviceMark(secrets: SecretRing, userId: string): string {
  const name = randomBytes(12).toString('base64url');
  return `${name}.${storedHash(secrets, 'device', `${userId}:${name}`).toString('base64url')}`;
}

/** The device of a mark that was made for this person. */
export function knownDevice(secrets: SecretRing, userId: string | null, mark: string | null): Device {
  const [name = '', signed = ''] = (mark ?? '').split('.', 2);
  if (userId === null || !/^[\w-]{16}$/.test(name)) return null;
  const said = `${userId}:${name}`;
  const signatures = possibleHashes(secrets, 'device', { said, before: `device:${said}` });
  return isAmong(signatures, Buffer.from(signed, 'base64url')) ? name : null;
}
