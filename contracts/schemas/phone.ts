import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { keyboardLine } from '#domain/typed/clean.ts';
import { lineText } from './line.ts';

/**
 * Reads a telephone number as people write it: Canadian unless it begins with another country's prefix (`+33`, `011 33`), with its extension
 * (« poste 204 », `ext. 204`, `#204`, `x204`). On the server only: the numbering plans are large.
 *
 * @returns as it is stored, the same in both languages: `+1 514 555 0199 ext. 204` (E.123); content/texts/phone.ts shows it as the reader writes
 *   numbers. Null when nobody could be called there.
 */
export function readPhone(typed: string): string | null {
  const number = parsePhoneNumberFromString(inEnglish(keyboardLine(typed)), { defaultCountry: 'CA', extract: false });
  return number?.isValid() ? number.formatInternational() : null;
}

/** A telephone number, stored as {@link readPhone} reads it. */
export const phoneNumber = lineText(60)
  .transform((value) => readPhone(value) ?? '')
  .refine((value) => value !== '', { error: 'forms:phone' });

/** The library knows the words for an extension in English, and a `tel:` link without its parameters. */
function inEnglish(line: string): string {
  return line
    .replace(/^tel: ?/i, '')
    .replace(
      /[,;]? ?\(? ?(?:postes?|p|extension|ext|x)(?![a-z]) ?[.:=]* ?(?:n[o°]\.? ?)?#? ?(\d{1,7})\)?$/i,
      ' ext. $1',
    )
    .replace(/(\d)p(\d{1,7})$/i, '$1 ext. $2');
}
