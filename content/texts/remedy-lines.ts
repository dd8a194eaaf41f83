import {
  remedyCodes,
  type FieldValue,
  type Remedy,
  type RemedyCode,
  type RemedyField,
} from '#domain/agreement/types.ts';
import { formatDate, formatMoney } from './format.ts';
import type { Language } from './index.ts';

/** A remedy's field with its labels in one language. */
export type LabelledField = Omit<RemedyField, 'choices'> & {
  label: string;
  choices?: { code: string; label: string }[];
};

/** The remedies that may be ticked, labelled in one language: what a form and an agreement preview are drawn from. */
export type RemedyCatalogue = { code: RemedyCode; label: string; hint: string; fields: LabelledField[] }[];

/** A remedy as people read it: its name, and a line for each field that holds something. */
export type RemedyLines = {
  code: RemedyCode;
  label: string;
  lines: { field: string; label: string; value: string; long: boolean }[];
};

export type LineWords = {
  yes: string;
  no: string;
  /** Titles of the dossier's documents, by id. */ documents: Record<string, string>;
};

/** Puts remedies into words, in the order of §9.4. What cannot be read as its field wants is shown as it was typed. */
export function remedyLines(
  remedies: Remedy[],
  { catalogue, words, language }: { catalogue: RemedyCatalogue; words: LineWords; language: Language },
): RemedyLines[] {
  const ordered = [...remedies].sort((a, b) => remedyCodes.indexOf(a.code) - remedyCodes.indexOf(b.code));
  return ordered.flatMap((remedy) => {
    const known = catalogue.find((each) => each.code === remedy.code);
    if (!known) return [];
    const lines = known.fields.flatMap((field) => {
      const value = remedy.values[field.name];
      if (value === undefined || value === '') return [];
      const long = field.type === 'longText';
      return [{ field: field.name, label: field.label, value: fieldWords(field, value, { words, language }), long }];
    });
    return [{ code: remedy.code, label: known.label, lines }];
  });
}

/** One field's value in words. */
export function fieldWords(
  field: LabelledField,
  value: FieldValue,
  { words, language }: { words: LineWords; language: Language },
): string {
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? formatMoney(language, value) : String(value);
    case 'percent':
      return typeof value === 'number'
        ? `${String(value).replace('.', language === 'fr' ? ',' : '.')}${language === 'fr' ? '\u00a0' : ''}%`
        : String(value);
    case 'date':
      return typeof value === 'string' ? formatDate(language, value) : String(value);
    case 'yesNo':
      return value === true ? words.yes : value === false ? words.no : String(value);
    case 'choice':
      return field.choices?.find((choice) => choice.code === value)?.label ?? String(value);
    case 'document':
      return words.documents[String(value)] ?? '';
    case 'text':
    case 'longText':
      return String(value);
  }
}
