import { createHmac } from 'node:crypto';
import { seal, unseal } from '#contracts/secrets/sealed.ts';
import { isAmong, keyedHash, type Secret, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { Position } from '#db/ordered.ts';

export type Cursors = {
  /** The position as an address carries it. `named`: what orders the list is somebody's name, which no address carries in clear (ASVS 14.2.1). */
  write(list: string, position: Position, named?: boolean): string;
  /** The position, or null for anything that {@link write} did not make for this very list: the list then begins again. */
  read(list: string, text: string | null): Position | null;
};

/** In front of what was sealed. */
const sealedMark = '!';

/**
 * Positions in lists, signed (RFC 2104), so that a reader cannot try instants of their own to find between which two a dossier changed.
 * `list` names the list, its filters, its order and its reader.
 */
export function createCursors(secrets: SecretRing): Cursors {
  const sign = (secret: Secret, list: string, body: string) => keyedHash(secret, 'cursor', `${list}\n${body}`);
  const sealedFor = (list: string) => ({ purpose: 'cursor-name', about: list }) as const;
  return {
    write(list, { at, id }, named = false) {
      const place = named ? `${sealedMark}${seal(secrets, at, sealedFor(list))}` : at;
      const body = Buffer.from(`${place}~${id}`).toString('base64url');
      return `${body}.${sign(secrets[0], list, body).toString('base64url')}`;
    },
    read(list, text) {
      if (!text) return null;
      const [body = '', mark = ''] = text.split('.');
      const possible = secrets.flatMap((secret) => [sign(secret, list, body), signedBefore(secret, list, body)]);
      if (!isAmong(possible, Buffer.from(mark, 'base64url'))) return null;
      const said = Buffer.from(body, 'base64url').toString();
      const end = said.lastIndexOf('~');
      const [place, id] = [said.slice(0, end), said.slice(end + 1)];
      if (!place.startsWith(sealedMark)) return { at: place, id };
      const at = unseal(secrets, place.slice(sealedMark.length), sealedFor(list));
      return at === null ? null : { at, id };
    },
  };
}

/** As positions were signed before each use had a key of its own (ADR 29). */
function signedBefore(secret: Secret, list: string, body: string): Buffer {
  return createHmac('sha256', secret.plainHash('cursors of lists')).update(`${list}\n${body}`).digest();
}
