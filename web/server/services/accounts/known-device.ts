import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The name of a browser that a person signed in with before; null for any other. */
type Device = string | null;

/**
 * What a browser keeps after a person has signed in with it: a name of its own, signed for that person (OWASP, « device cookies »). It opens nothing:
 * it only has the tries of this browser counted apart from those of strangers, who cannot use them up.
 */
export function deviceMark(pepper: string, userId: string): string {
  const name = randomBytes(12).toString('base64url');
  return `${name}.${signature(pepper, userId, name)}`;
}

/** The device of a mark that was made for this person. */
export function knownDevice(pepper: string, userId: string | null, mark: string | null): Device {
  const [name = '', signed = ''] = (mark ?? '').split('.', 2);
  if (userId === null || !/^[\w-]{16}$/.test(name)) return null;
  const expected = Buffer.from(signature(pepper, userId, name));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? name : null;
}

function signature(pepper: string, userId: string, name: string): string {
  return createHmac('sha256', pepper).update(`device:${userId}:${name}`).digest('base64url');
}
