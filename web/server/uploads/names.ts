/**
 * A file's name as it may be stored and sent back: last part of a path, no control or direction marks, at most 120 characters,
 * with the extension of what the file really is.
 *
 * @example safeFileName('C:\\photos\\IMG_0042.HEIC', 'jpg') // 'IMG_0042.jpg'
 */
export function safeFileName(name: string, extension: string): string {
  return `${bareName(name)}.${extension}`;
}

/** How much of a name from a browser is examined: systems allow 255. */
const maxNameLength = 1_000;

/** The name without its extension, for a title: « Facture de Boréal ». Empty names give `document`. */
export function bareName(name: string): string {
  // Cut first: time would grow with the square of some names.
  const last = name.slice(-maxNameLength).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last

    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"<>|:*?]/g, '')
    .replace(/\.[^.\s]{1,10}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return [...clean].slice(0, 120).join('') || 'document';
}

/** Extension as given, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\\s]{1,10})$/.exec(name.slice(-maxNameLength).trim())?.[1]?.toLowerCase() ?? '';
}
