/** One part of a message (RFC 2045 §2.4): what its headers say, and its body as it stands. */
export type Entity = {
  type: string;
  /** Every name that a reader could show for it. */
  names: string[];
  attachment: boolean;
  encoding: string;
  body: Buffer;
  parts: Entity[];
  /** Written so that two readers could take it for different things. */
  doubtful: boolean;
};

type Header = { name: string; value: string };

const limits = { depth: 12, parts: 300 } as const;

/** Reads a message into its parts, messages within it included. Never throws: what cannot be read well is `doubtful`. */
export function readEntity(bytes: Buffer): Entity {
  let parts = 0;
  function read(from: Buffer, depth: number): Entity {
    parts += 1;
    const { headers, body } = split(from);
    const entity = describe(headers, body);
    if (depth >= limits.depth || parts > limits.parts) return { ...entity, doubtful: true };
    if (entity.type === 'message/rfc822' || entity.type === 'message/global')
      return { ...entity, parts: [read(decoded(entity), depth + 1)] };
    if (!entity.type.startsWith('multipart/')) return entity;
    const boundary = parameterOf(headers, 'boundary');
    if (!boundary) return { ...entity, doubtful: true };
    return { ...entity, parts: between(body, boundary).map((part) => read(part, depth + 1)) };
  }
  return read(bytes, 0);
}

/** The body of a part without its transfer encoding (RFC 2045 §6). */
export function decoded({ encoding, body }: Pick<Entity, 'encoding' | 'body'>): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body.toString('latin1').replaceAll(/[ \t]*=[ \t]*\r?\n/g, '');
  return Buffer.from(
    text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  );
}

function split(bytes: Buffer): { headers: Header[]; body: Buffer } {
  // Headers are read to the first empty line; a part may begin with one and have none.
  const text = bytes.toString('latin1', 0, maxHead);
  const end = /^\r?\n|\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replaceAll(/\r?\n[ \t]+/g, ' ');
  const headers = head.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([^\s:]+)[ \t]*:(.*)$/.exec(line) ?? [];
    return name && value !== undefined ? [{ name: name.toLowerCase(), value: value.trim() }] : [];
  });
  return { headers, body: end ? bytes.subarray(end.index + end[0].length) : Buffer.alloc(0) };
}

/** Most that is read of a header; servers take a quarter of it. */
const maxHead = 256_000;

const encodings = new Set(['', '7bit', '8bit', 'binary', 'base64', 'quoted-printable']);

function describe(headers: readonly Header[], body: Buffer): Entity {
  const all = (name: string) => headers.filter((header) => header.name === name).map(({ value }) => value);
  const [types, encoding] = [all('content-type'), all('content-transfer-encoding')];
  const disposition = all('content-disposition');
  const type = /^\s*([^\s;]+)/.exec(types[0] ?? '')?.[1]?.toLowerCase() ?? 'text/plain';
  const how = /^\s*([^\s;(]+)/.exec(encoding[0] ?? '')?.[1]?.toLowerCase() ?? '';
  const names = ['filename', 'name'].flatMap((name) => parameterOf(headers, name) ?? []);
  return {
    type,
    names,
    attachment: /^\s*attachment/i.test(disposition[0] ?? ''),
    encoding: how,
    body,
    parts: [],
    doubtful: types.length > 1 || encoding.length > 1 || disposition.length > 1 || !encodings.has(how),
  };
}

/** A parameter of the headers that describe a part: plain, quoted, in pieces (RFC 2231) or encoded (RFC 2047, as many programs do). */
function parameterOf(headers: readonly Header[], name: string): string | null {
  const described = headers
    .filter((header) => /^content-(type|disposition)$/.test(header.name))
    .map(({ value }) => value);
  const pattern = new RegExp(`;\\s*${name}(?:\\*\\d{1,3})?\\*?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'gi');
  const pieces = described.flatMap((value) =>
    [...value.matchAll(pattern)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
  if (pieces.length === 0) return null;
  return pieces.map((piece) => encodedWords(percent(piece.replaceAll(/\\(.)/g, '$1')))).join('');
}

function percent(text: string): string {
  const bytes = text.replace(/^[\w-]{1,40}'[\w-]{0,40}'/, '');
  return bytes.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function encodedWords(text: string): string {
  return text.replaceAll(/=\?[^?\s]{1,40}\?([bq])\?([^?]*)\?=\s*/gi, (_, how: string, word: string) => {
    const body = Buffer.from(how.toLowerCase() === 'q' ? word.replaceAll('_', ' ') : word, 'latin1');
    return decoded({ encoding: how.toLowerCase() === 'q' ? 'quoted-printable' : 'base64', body }).toString('latin1');
  });
}

/** What stands between the lines of a boundary (RFC 2046 §5.1.1), the preamble and what follows the last one left out. */
function between(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const found: { from: number; line: number }[] = [];
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at !== 0 && body[at - 1] !== 10) continue;
    const next = body.indexOf(10, at);
    // The boundary of one part may begin like that of another.
    const rest = body.toString(
      'latin1',
      at + mark.length,
      next === -1 ? body.length : Math.min(next, at + mark.length + 200),
    );
    if (!/^(--)?[ \t]*\r?$/.test(rest)) continue;
    found.push({ line: at, from: next === -1 ? body.length : next + 1 });
    if (found.length > limits.parts) break;
  }
  return found.map(({ from }, n) => body.subarray(from, Math.max(from, found[n + 1]?.line ?? body.length)));
}
