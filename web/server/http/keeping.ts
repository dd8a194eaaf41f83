import { keyedHash, type SecretRing } from '#contracts/secrets/secret-ring.ts';

/** What a person's browser keeps their unsent texts under: a name of the account, and the key (base64) that they are closed with. */
export type Keeping = { account: string; key: string };

const nobody: Keeping = { account: '', key: '' };

/** The same in all of a person's sessions, no one else's, and of no use for anything else. Empty when nobody is signed in. */
export function keepingOf([present]: SecretRing, userId: string | null): Keeping {
  if (userId === null) return nobody;
  return shaped({
    name: keyedHash(present, 'kept-text-name', userId),
    key: keyedHash(present, 'kept-text-key', userId),
  });
}

/** What the person's texts were kept under with former secrets, and before each use had a key of its own (ADR 29). */
export function formerKeepingsOf(secrets: SecretRing, userId: string | null): Keeping[] {
  if (userId === null) return [];
  const [, ...former] = secrets;
  const plain = (what: string) => `kept in the browser: ${what} of ${userId}`;
  return [
    ...former.map((secret) => keepingOf([secret], userId)),
    ...secrets.map((secret) => shaped({ name: secret.plainHash(plain('name')), key: secret.plainHash(plain('key')) })),
  ];
}

function shaped({ name, key }: { name: Buffer; key: Buffer }): Keeping {
  return { account: name.toString('hex').slice(0, 20), key: key.toString('base64') };
}
