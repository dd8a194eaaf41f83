import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

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
 *
 * @param secret the platform's; the key is derived from it for this use alone.
 */
export function createCursors(secret: string): Cursors {
  const key = createSecretKey(createHmac('sha256', secret).update('cursors of lists').digest());
  const sign = (list: string, body: string) => createHmac('sha256', key).update(`${list}\n${body}`).digest();
  return {
    write(list, { at, id }) {
      const body = Buffer.from(`${at}~${id}`).toString('base64url');
      return `${body}.${sign(list, body).toString('base64url')}`;
    },
    read(list, text) {
      if (!text) return null;
      const [body = '', mark = ''] = text.split('.');
      const signed = Buffer.from(mark, 'base64url');
      const expected = sign(list, body);
      if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) return null;
      const [at = '', id = ''] = Buffer.from(body, 'base64url').toString().split('~');
      return { at, id };
    },
  };
}
