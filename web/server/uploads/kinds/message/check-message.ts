import { AppError } from '#contracts/errors.ts';
import { decoded, readEntity, type Entity } from './entity.ts';

/** Most that is read of a message's header; servers take a quarter of it. */
const headBytes = 256_000;

/** Lines by which a message is recognised. */
const known = /^(from|sender|received|return-path|date|subject|to|message-id|mime-version|delivered-to):/i;

/**
 * Checks that a file is an e-mail message: header lines first (RFC 5322 §2.2), one of them telling who wrote it. A mark of UTF-8, empty lines or the
 * `From ` line of a mailbox (RFC 4155) may come before them.
 *
 * @throws AppError `file.mismatch` when it is not one.
 */
function checkHeaders(bytes: Buffer): void {
  const head = bytes
    .subarray(0, headBytes)
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf)?[\r\n]*/, '');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).split(/\r?\n/);
  const headers = lines.filter((line) => !/^[ \t]/.test(line));
  const wellFormed = headers.filter((line) => /^[!-9;-~]+[ \t]*:/.test(line) || /^>?From /.test(line));
  const signed = headers.some((line) => /^(from|sender|received):/i.test(line));
  // Some programs break a long line without the space that continues it.
  const broken = headers.length - wellFormed.length;
  if (!signed || broken * 5 > headers.length || headers.filter((line) => known.test(line)).length < 1)
    throw new AppError('file.mismatch');
}

/**
 * Checks that every attachment of a message is of a kind that could be sent by itself: a message is not a way around the list of kinds.
 *
 * @param accepts tells whether an attachment is of a kind that is taken, by its bytes and the names it is shown under.
 * @throws AppError `file.mismatch` when it is no message, `file.attachment` when an attachment is refused.
 */
export async function checkMessage(bytes: Buffer, accepts: Accepts): Promise<void> {
  checkHeaders(bytes);
  const start = bytes.toString('latin1', 0, 2_000);
  const before = /^(\u00ef\u00bb\u00bf)?[\r\n]*(>?From [^\n]*\n)?/.exec(start)?.[0].length ?? 0;
  for (const entity of everyPart(readEntity(bytes.subarray(before)))) {
    if (entity.doubtful || !(await isHarmless(entity, accepts))) throw new AppError('file.attachment');
  }
}

function everyPart(entity: Entity): Entity[] {
  return [entity, ...entity.parts.flatMap(everyPart)];
}

const bodies = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/calendar',
  'text/watch-html',
  'text/x-amp-html',
]);
const reports = new Set([
  'message/delivery-status',
  'message/disposition-notification',
  'text/rfc822-headers',
  'message/global-headers',
]);
/** Signatures, which open nothing. */
const signatures = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);

/** Types under which a part without a name is shown as what its bytes are, and not started. */
const plainTypes =
  /^(text\/(plain|csv|calendar|vcard|x-vcard)|image\/[\w.+-]+|application\/(pdf|octet-stream|vnd\.openxmlformats-[\w.-]+))$/;

type Accepts = (attachment: { names: string[]; bytes: Buffer }) => Promise<boolean>;

async function isHarmless(entity: Entity, accepts: Accepts): Promise<boolean> {
  const { type, names, attachment } = entity;
  if (type.startsWith('multipart/') || reports.has(type)) return named(names, /^[^.]*$|\.txt$/i);
  if (type === 'message/rfc822' || type === 'message/global') return named(names, /^[^.]*$|\.eml$/i);
  if (signatures.has(type)) return named(names, /\.(p7s|asc|sig)$/i);
  const bytes = decoded(entity);
  if (bodies.has(type) && !attachment && names.length === 0) return !holdsAnother(bytes);
  return (names.length > 0 || plainTypes.test(type)) && accepts({ names, bytes });
}

const named = (names: readonly string[], pattern: RegExp): boolean => names.every((name) => pattern.test(name.trim()));

/** A file written into the text itself, which some programs show as an attachment (uuencode, yEnc). */
function holdsAnother(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return /^begin(?:-base64)? [0-7]{3,4} \S.*\r?\n[!-`]{2,}/m.test(text) || /^=ybegin .*name=/m.test(text);
}
