import type { Language } from './index.ts';

const words = { fr: { mark: '\u00a0', extension: 'poste' }, en: { mark: '-', extension: 'ext.' } } as const;

/**
 * A telephone number as the reader writes it: « 514 555-0199, poste 204 », "514-555-0199, ext. 204"; one of another country with its prefix,
 * « +33 1 23 45 67 89 ». It is stored as contracts/schemas/phone.ts reads it; anything else is returned as it is.
 */
export function formatPhone(language: Language, stored: string): string {
  const [, number = stored, extension] = /^(\+[\d -]+?)(?: ext\. (\d+))?$/.exec(stored) ?? [];
  const { mark, extension: word } = words[language];
  const shown = number.replace(/^\+1 (\d{3}) (\d{3}) (\d{4})$/, `$1${mark}$2-$3`);
  return extension === undefined ? shown : `${shown}, ${word}\u00a0${extension}`;
}

/** The address that calls a number as it is stored, its extension apart (RFC 3966): « tel:+15145550199;ext=204 ». */
export function callAddress(stored: string): string {
  const [number = '', extension] = stored.split(' ext. ');
  return `tel:${number.replaceAll(/[^\d+]/g, '')}${extension === undefined ? '' : `;ext=${extension}`}`;
}
