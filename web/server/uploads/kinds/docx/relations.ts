import { AppError } from '#contracts/errors.ts';

/** A link from one part of a package to another, or to something outside (ECMA-376 part 2 §9.3). */
export type Relation = { type: string; target: string; external: boolean };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an XML part: UTF-8, or UTF-16 with its mark. */
export function xmlText(bytes: Buffer): string {
  const mark = bytes.readUIntBE(0, Math.min(2, bytes.length)) || 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The attributes of every element of that name, whatever its prefix.
 *
 * @throws AppError `file.unsafe` when the part is written so that this reader and another could see different things.
 */
export function elements(xml: string, name: string): Record<string, string>[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new AppError('file.unsafe');
  const begun = xml.match(new RegExp(`<(?:[^<>\\s!?/"'=]*:)?${name}(?![\\w.-])`, 'g'))?.length ?? 0;
  const whole = new RegExp(
    `<(?:[^<>\\s!?/"'=]*:)?${name}((?:\\s+[^\\s<>"'=/]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*/?>`,
    'g',
  );
  const found = [...xml.matchAll(whole)].map(([, attributes = '']) => attributesOf(attributes));
  if (found.length !== begun) throw new AppError('file.unsafe');
  return found;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s<>"'=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(pairs.map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]));
}

function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,5});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return entities[entity] ?? whole;
    const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The relations of a `.rels` part. */
export function relationsOf(xml: string): Relation[] {
  return elements(xml, 'Relationship').map((attributes) => ({
    type: attributes['Type'] ?? '',
    target: attributes['Target'] ?? '',
    external: attributes['TargetMode']?.toLowerCase() === 'external',
  }));
}

/** Programs, controls, and whole documents of another format that Word would unpack. */
const programs = /\/(vbaProject|wordVbaData|activeXControl\w*|control|keyMapCustomizations)$/i;
const inside = /\/(oleObject|aFChunk|subDocument|frame|attachedToolbars)$/i;
/** The figures behind a chart are a workbook inside: charts are ordinary, and show themselves without it. */
const chart = /^word\/charts\/_rels\//i;

/**
 * Refuses a relation by which opening the document runs a program or fetches something (ASVS 5.2.2).
 *
 * @param part name of the `.rels` part.
 * @throws AppError `file.unsafe` for a program, `file.linked` for an object inside or something fetched elsewhere.
 */
export function checkRelation(part: string, { type, target, external }: Relation): void {
  if (programs.test(type)) throw new AppError('file.unsafe');
  if (inside.test(type)) throw new AppError('file.linked');
  if (!external) {
    const workbook = chart.test(part) && /\.xlsx$/i.test(target);
    if (/\/package$/i.test(type) && !workbook) throw new AppError('file.linked');
    return;
  }
  if (/\/hyperlink$/i.test(type) ? !followedOnDemand(target) : !staysHere(target)) throw new AppError('file.linked');
}

/** A link that only a click follows; addresses that start a program of the system are none. */
function followedOnDemand(target: string): boolean {
  const scheme = /^\s*([a-z][a-z0-9+.-]+):/i.exec(target)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'file'].includes(scheme);
}

/**
 * A file of the author's own disk, which the reader does not have: the template that a document was made with leaves this mark, in many an
 * ordinary letter.
 */
function staysHere(target: string): boolean {
  return (
    /^(file:\/{3}\/*)?[a-z]:[\\/]/i.test(target) ||
    /^file:\/{3}(?![\\/])/i.test(target) ||
    !/^\s*([a-z][a-z0-9+.-]+:|[\\/]{2})/i.test(target)
  );
}
