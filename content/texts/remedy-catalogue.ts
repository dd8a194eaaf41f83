import { remedyFields } from '#domain/agreement/remedies.ts';
import { remedyCodes, type RemedyCode, type RemedyField } from '#domain/agreement/types.ts';
import { isCode, label } from '../lists/index.ts';
import type { Language } from './index.ts';
import type { LabelledField, RemedyCatalogue } from './remedy-lines.ts';

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
