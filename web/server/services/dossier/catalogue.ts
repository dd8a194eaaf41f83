import { choices, isCode, label } from '#content/lists/index.ts';
import type { Language } from '#content/texts/index.ts';
import type { LabelledField, RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { remedyFields } from '#domain/agreement/remedies.ts';
import { remedyCodes, type RemedyCode, type RemedyField } from '#domain/agreement/types.ts';

const made = new Map<Language, RemedyCatalogue>();

/** Every remedy of §9.4 with its fields, labelled in a language; made once. */
export function remedyCatalogue(language: Language): RemedyCatalogue {
  const known = made.get(language);
  if (known) return known;
  const catalogue = remedyCodes.map((code) => ({
    code,
    label: label('remedies', code, language),
    hint: isCode('remedyHints', code) ? label('remedyHints', code, language) : '',
    fields: remedyFields[code].map((field) => labelled(code, field, language)),
  }));
  made.set(language, catalogue);
  return catalogue;
}

function labelled(code: RemedyCode, field: RemedyField, language: Language): LabelledField {
  const { choices: codes, ...rest } = field;
  return {
    ...rest,
    label: label('remedyFields', `${code}.${field.name}`, language),
    ...(codes
      ? {
          choices: codes.map((each) => ({
            code: each,
            label: label('remedyChoices', `${field.name}.${each}`, language),
          })),
        }
      : {}),
  };
}

/** Reasons of a list, ready for a field. */
export function reasonChoices(
  list: 'partyClosingReasons' | 'refusalReasons',
  language: Language,
): { code: string; label: string }[] {
  return choices(list, language);
}
