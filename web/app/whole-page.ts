import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/**
 * A renderer's output in one piece: a page costs one write, not one per two kilobytes.
 *
 * NUL characters are left out. React 18 sends its buffer whole where the last bytes have no room for an accented letter, and the unused part is NUL
 * (facebook/react#26228, fixed in React 19): a page has none of its own.
 */
export async function wholePage(pipe: (body: PassThrough) => void): Promise<Buffer<ArrayBuffer>> {
  const body = new PassThrough();
  pipe(body);
  return withoutNul(await buffer(body));
}

function withoutNul(bytes: Buffer): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
