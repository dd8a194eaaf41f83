import { AppError } from '#contracts/errors.ts';

/**
 * Text that a person can read, as UTF-8. Takes UTF-8, UTF-16 with its mark, and the Windows-1252 of older editors.
 *
 * @throws AppError `file.mismatch` when the bytes are not text, `file.empty` when it holds only white space.
 */
export function readableText(bytes: Buffer): string {
  const text = decode(bytes);
  if (text === null || hasControls(text)) throw new AppError('file.mismatch');
  if (text.trim() === '') throw new AppError('file.empty');
  return text;
}

/** Most that is read of a message's header; servers take a quarter of it. */
const headBytes = 256_000;

/**
 * Checks that a file is an e-mail message: header lines first (RFC 5322 §2.2), one of them telling who wrote it, and no binary.
 *
 * @throws AppError `file.mismatch` when it is not.
 */
export function checkMessage(bytes: Buffer): void {
  if (bytes.includes(0)) throw new AppError('file.mismatch');
  const head = bytes.subarray(0, headBytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).split(/\r?\n/);
  const headers = lines.filter((line) => !/^[ \t]/.test(line));
  const wellFormed = headers.every((line) => /^[!-9;-~]+[ \t]*:/.test(line) || /^From /.test(line));
  if (!wellFormed || !headers.some((line) => /^(from|sender|received):/i.test(line)))
    throw new AppError('file.mismatch');
}

function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt('utf-16be', bytes);
  return attempt('utf-8', bytes) ?? attempt('windows-1252', bytes);
}

function attempt(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Controls that no editor writes: all but tab, line feed, form feed and carriage return. C1 controls reveal that bytes were read as text. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/.test(text);
}
