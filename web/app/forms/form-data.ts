import { AppError } from '#contracts/errors.ts';
import { formLimits } from '#contracts/form-limits.ts';

/** What was sent is more than a form may hold; `received` has the fields that came whole before the limit. */
export class TooMuchSent extends AppError {
  readonly received: FormData;

  constructor(received: FormData) {
    super('form.too_large');
    this.received = received;
  }
}

/** A boundary has at most 70 characters (RFC 2046 §5.1.1). */
const maxTypeLength = 200;

/**
 * Reads the body of a form: the only place that does. Bytes and fields are counted before anything is made of them, and the time it takes
 * grows with the bytes alone.
 *
 * @throws TooMuchSent (`form.too_large`) past {@link formLimits}; AppError `form.invalid` when it is no form.
 */
export async function readFormData(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  const separator = separatorOf(type);
  const bytes = await readBytes(request);
  const end = endOf(bytes, separator);
  if (bytes.length <= formLimits.bytes && end === null) {
    const form = await parse(bytes, type);
    if (hasLongField(form)) throw new TooMuchSent(withoutLongFields(form));
    return form;
  }
  const cut = end ?? bytes.lastIndexOf(separator);
  const whole = cut <= 0 ? '' : bytes.subarray(0, cut);
  const form = await parse(Buffer.concat([Buffer.from(whole), closing(separator)]), type);
  throw new TooMuchSent(withoutLongFields(form));
}

/** Between two fields: `&`, or the line that stands between the parts of a multipart form. */
function separatorOf(type: string): string {
  if (type.length <= maxTypeLength) {
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) return '&';
    const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
    if (boundary) return `\r\n--${boundary[1] ?? boundary[2] ?? ''}`;
  }
  throw new AppError('form.invalid');
}

function closing(separator: string): Buffer {
  return Buffer.from(separator === '&' ? '' : `${separator}--\r\n`);
}

/** Where the last field allowed ends when more follow; null when all are allowed. */
function endOf(bytes: Buffer, separator: string): number | null {
  let at = -1;
  for (let field = 0; field < formLimits.fields; field += 1) {
    at = bytes.indexOf(separator, at + 1);
    if (at < 0) return null;
  }
  // What closes a multipart form is no field.
  const rest = bytes.subarray(at + separator.length, at + separator.length + 2).toString('latin1');
  return rest === '' || rest === '--' ? null : at;
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    total += part.value.byteLength;
    chunks.push(part.value);
    if (total <= formLimits.bytes) continue;
    // The web server drops the rest (web/server/bodies).
    await reader?.cancel();
    break;
  }
  return Buffer.concat(chunks);
}

async function parse(bytes: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AppError('form.invalid');
  }
}

function hasLongField(form: FormData): boolean {
  for (const [name, value] of form) if (isLong(name, value)) return true;
  return false;
}

function withoutLongFields(form: FormData): FormData {
  const received = new FormData();
  for (const [name, value] of form) if (!isLong(name, value) && typeof value === 'string') received.append(name, value);
  return received;
}

function isLong(name: string, value: FormDataEntryValue): boolean {
  return name.length > formLimits.nameLength || (typeof value === 'string' && value.length > formLimits.valueLength);
}
