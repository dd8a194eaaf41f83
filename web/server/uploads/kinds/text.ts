import { AppError } from '#contracts/errors.ts';

/**
 * Text that a person can read, as UTF-8. Takes UTF-8, UTF-16 with its mark or without, and the Windows-1252 of older editors.
 *
 * @throws AppError `file.mismatch` when the bytes are not text, `file.empty` when it holds only white space.
 */
export function readableText(bytes: Buffer): string {
  // The mark of the end of a file that DOS left in many a text.
  const text = decode(bytes)?.replace(/\u001a\s*$/, '') ?? null;
  if (text === null || hasControls(text)) throw new AppError('file.mismatch');
  if (text.trim() === '') throw new AppError('file.empty');
  return text;
}

function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt('utf-16be', bytes);
  return attempt(withoutMark(bytes), bytes);
}

/** In UTF-16 the letters of our languages have a zero for their second half. */
function withoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | 'utf-8' {
  const start = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at += 1) if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 0 && odd * 4 > start.length && even === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && even * 4 > start.length && odd === 0) return 'utf-16be';
  return 'utf-8';
}

function attempt(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return encoding === 'utf-8' ? attempt('windows-1252', bytes) : null;
  }
}

/** Controls that no editor writes: all but tab, line feed, form feed and carriage return. C1 controls reveal that bytes were read as text. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/.test(text);
}
