import { createHmac } from 'node:crypto';
import { isAmong, keyedHash, type Secret, type SecretRing } from '#contracts/secrets/secret-ring.ts';

/** Where a page of a list ended: the instant that orders it, and the row. */
type Position = { at: string; id: string };

export type Cursors = {
  /** The position as an address carries it. */
  write(list: string, position: Position): string;
  /** The position, or null for anything that {@link write} did not make for this very list: the list then begins again. */
  read(list: string, text: string | null): Position | null;
};

/**
 * Positions in lists, signed (RFC 2104), so that a reader cannot try instants of their own to find between which two a dossier changed.
 * `list` names the list, its filters and its reader.
 */
export function createCursors(secrets: SecretRing): Cursors {
  const sign = (secret: Secret, list: string, body: string) => keyedHash(secret, 'cursor', `${list}\n${body}`);
  return {
    write(list, { at, id }) {
      const body = Buffer.from(`${at}~${id}`).toString('base64url');
      return `${body}.${sign(secrets[0], list, body).toString('base64url')}`;
    },
    read(list, text) {
      if (!text) return null;
      const [body = '', mark = ''] = text.split('.');
      const possible = secrets.flatMap((secret) => [sign(secret, list, body), signedBefore(secret, list, body)]);
      if (!isAmong(possible, Buffer.from(mark, 'base64url'))) return null;
      const [at = '', id = ''] = Buffer.from(body, 'base64url').toString().split('~');
      return { at, id };
    },
  };
}

/** As positions were signed before each use had a key of its own (ADR 29). */
function signedBefore(secret: Secret, list: string, body: string): Buffer {
  return createHmac('sha256', secret.plainHash('cursors of lists')).update(`${list}\n${body}`).digest();
}
