import { cipherOf, type Cipher } from './cipher.ts';
import { formerKeepings } from '../server.ts';
import type { Place } from './place.ts';
import type { Owner } from '../types.ts';

type Adopting = {
  owner: Owner;
  prefix: string;
  cipher: Cipher;
  place: Place;
  /** An entry has another name from now on. */
  renamed(before: string, after: string): void;
};

/**
 * Puts what the account kept here under a former secret of the platform under its present one. The server is asked only when something lies here that is
 * of no known account: of this one before the secret was changed, or of somebody else.
 */
export async function adoptFormer({ owner, prefix, cipher, place, renamed }: Adopting): Promise<void> {
  const mine = `${prefix}${owner.account}:`;
  const others = () => place.names().filter((name) => name.startsWith(prefix) && !name.startsWith(mine));
  if (others().length === 0) return;
  for (const { account, key } of await formerKeepings(owner)) {
    const theirs = `${prefix}${account}:`;
    const names = others().filter((name) => name.startsWith(theirs));
    const former = names.length > 0 ? await cipherOf(key) : null;
    for (const name of names) {
      const value = place.get(name) ?? '';
      const dot = value.indexOf('.');
      const text = (await former?.open(value.slice(dot + 1))) ?? null;
      if (text === null) continue;
      const after = mine + name.slice(theirs.length);
      place.set(after, `${value.slice(0, dot)}.${await cipher.close(text)}`);
      place.remove(name);
      renamed(name, after);
    }
  }
}
