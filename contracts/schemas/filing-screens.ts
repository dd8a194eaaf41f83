import { isRecord, propertyOf } from '../unknown-values.ts';
import { readDay } from '#domain/typed/civil-date.ts';
import { cleanLine, cleanText, saysNothing } from '#domain/typed/clean.ts';
import { readPostalCode } from '#domain/typed/postal-code.ts';
import type { PriorStep } from '#domain/problem/types.ts';
import type { Step } from '#domain/problem/missing-fields.ts';
import { moneyField, parseMoney } from './money.ts';

/** The screens of the five steps (F-057), in order: one idea each. */
export const screenCodes = [
  'you',
  'merchant',
  'representation',
  'good',
  'contract',
  'steps',
  'nature',
  'narrative',
  'remedies',
  'remedyDetails',
  'terms',
  'documents',
  'review',
] as const;

export type ScreenCode = (typeof screenCodes)[number];

/** What stands for each screen in addresses, in French in both languages. */
export const screenSlugs: Record<ScreenCode, string> = {
  you: 'vous',
  merchant: 'commercant',
  representation: 'representation',
  good: 'bien',
  contract: 'contrat',
  steps: 'demarches',
  nature: 'nature',
  narrative: 'precisions',
  remedies: 'solutions',
  remedyDetails: 'details',
  terms: 'modalites',
  documents: 'documents',
  review: 'revision',
};

/** The screen that an address names, or null. */
export function screenOfSlug(slug: string): ScreenCode | null {
  return screenCodes.find((code) => screenSlugs[code] === slug) ?? null;
}

export const stepOfScreen: Record<ScreenCode, Step> = {
  you: 'parties',
  merchant: 'parties',
  representation: 'parties',
  good: 'problem',
  contract: 'problem',
  steps: 'problem',
  nature: 'problem',
  narrative: 'problem',
  remedies: 'proposal',
  remedyDetails: 'proposal',
  terms: 'proposal',
  documents: 'documents',
  review: 'review',
};

/** One question of a screen. `list` names the choice list; `tick` is one box, `codes` several. */
export type ScreenField = {
  name: string;
  type: 'line' | 'text' | 'date' | 'money' | 'choice' | 'codes' | 'yesNo' | 'tick';
  list?: 'categories' | 'conditions' | 'contractPlaces' | 'paymentMethods' | 'problemNature';
  max?: number;
  autoComplete?: 'street-address' | 'address-level1' | 'address-level2' | 'postal-code' | 'tel';
  inputMode?: 'tel' | 'decimal';
};

/** A screen that asks questions of the form stored in `store` (domain/problem/types.ts). */
export type FormScreen = { store: 'parties' | 'problem'; fields: readonly ScreenField[] };

export const formScreens = {
  you: {
    store: 'parties',
    fields: [
      { name: 'addressLine', type: 'line', max: 160, autoComplete: 'street-address' },
      { name: 'city', type: 'line', max: 80, autoComplete: 'address-level2' },
      { name: 'province', type: 'line', max: 40, autoComplete: 'address-level1' },
      { name: 'postalCode', type: 'line', max: 20, autoComplete: 'postal-code' },
      { name: 'phone', type: 'line', max: 60, autoComplete: 'tel', inputMode: 'tel' },
      { name: 'confirmed', type: 'tick' },
    ],
  },
  merchant: {
    store: 'parties',
    fields: [
      { name: 'merchantBranch', type: 'line', max: 160 },
      { name: 'merchantContact', type: 'line', max: 160 },
      { name: 'merchantConfirmed', type: 'tick' },
    ],
  },
  good: {
    store: 'problem',
    fields: [
      { name: 'category', type: 'choice', list: 'categories' },
      { name: 'item', type: 'line', max: 120 },
      { name: 'condition', type: 'choice', list: 'conditions' },
      { name: 'brand', type: 'line', max: 80 },
      { name: 'model', type: 'line', max: 80 },
      { name: 'serialNumber', type: 'line', max: 80 },
    ],
  },
  contract: {
    store: 'problem',
    fields: [
      { name: 'contractDate', type: 'date' },
      { name: 'contractPlace', type: 'choice', list: 'contractPlaces' },
      { name: 'pricePaid', type: 'money', inputMode: 'decimal' },
      { name: 'paymentMethod', type: 'choice', list: 'paymentMethods' },
      { name: 'invoiceNumber', type: 'line', max: 60 },
      { name: 'promisedDate', type: 'date' },
      { name: 'actualDate', type: 'date' },
      { name: 'extendedWarranty', type: 'yesNo' },
    ],
  },
  nature: {
    store: 'problem',
    fields: [
      { name: 'nature', type: 'codes', list: 'problemNature' },
      { name: 'natureOther', type: 'line', max: 300 },
    ],
  },
  narrative: { store: 'problem', fields: [{ name: 'details', type: 'text', max: 10_000 }] },
} as const satisfies Partial<Record<ScreenCode, FormScreen>>;

export type FormScreenCode = keyof typeof formScreens;

/** The questions of a screen. */
export function fieldsOf(screen: FormScreenCode): readonly ScreenField[] {
  return formScreens[screen].fields;
}

export function isFormScreen(screen: string): screen is FormScreenCode {
  return Object.hasOwn(formScreens, screen);
}

/** A form as it is read: dotted names nested, `list[]` a list (web/app/forms/read-form.ts). */
export type FormValues = Record<string, unknown>;

export type ScreenValues = Record<string, string | number | boolean | string[] | PriorStep[] | undefined>;

/** Longest title of a document, in characters. */
export const maxTitleLength = 120;

/** Maximum number of prior steps (F-060). */
export const maxPriorSteps = 20;

/** True when a choice list holds a code. */
type IsCode = (list: NonNullable<ScreenField['list']> | 'subcategories', code: unknown) => boolean;

/**
 * What a screen's form says, as it is stored: blanks are absent, and what cannot be read as asked (an amount in words) stays as it was typed, to be
 * shown again with what is wrong with it. A choice that the list does not hold is absent.
 */
export function readScreen(screen: FormScreenCode, form: FormValues, isCode: IsCode): ScreenValues {
  const values: ScreenValues = {};
  for (const field of fieldsOf(screen)) values[field.name] = readField(field, form, isCode);
  if (screen === 'good') {
    const picked = textIn(form, 'category');
    // The list of two levels is one field: `meubles` or `meubles.matelas`.
    const [category, subcategory] = picked.split('.');
    values['category'] = isCode('categories', category) ? category : undefined;
    values['subcategory'] = values['category'] && isCode('subcategories', subcategory) ? subcategory : undefined;
  }
  return values;
}

function readField(field: ScreenField, form: FormValues, isCode: IsCode) {
  const typed = textIn(form, field.name);
  const line = cleanLine(typed);
  switch (field.type) {
    case 'line':
      return (field.name === 'postalCode' ? readPostalCode(line) : null) ?? (line || undefined);
    case 'date':
      return readDay(line) ?? (line || undefined);
    case 'text':
      return saysNothing(typed) ? undefined : typed;
    case 'money':
      return line === '' ? undefined : (parseMoney(line) ?? line);
    case 'choice':
      return field.list !== undefined && isCode(field.list, line) ? line : undefined;
    case 'codes': {
      const [chosen, { list }] = [form[field.name], field];
      const codes = Array.isArray(chosen)
        ? [...new Set<unknown>(chosen)].filter((code) => typeof code === 'string')
        : [];
      const known = codes.filter((code) => list !== undefined && isCode(list, code));
      return known.length > 0 ? known : undefined;
    }
    case 'yesNo':
      return line === 'yes' ? true : line === 'no' ? false : undefined;
    case 'tick':
      return line === 'yes' || line === 'on' ? true : undefined;
  }
}

/** The prior steps of a form (`priorSteps.0.means` …), without the lines left blank (F-060). */
export function readPriorSteps(form: FormValues, isMeans: (code: unknown) => boolean): PriorStep[] {
  const steps: PriorStep[] = [];
  const rows = form['priorSteps'];
  for (let row = 0; row < maxPriorSteps; row += 1) {
    const typed = propertyOf(rows, String(row));
    const line = (name: string) => textIn(isRecord(typed) ? typed : {}, name).trim();
    const means = line('means');
    const step: PriorStep = { means: isMeans(means) ? means : '' };
    if (line('date')) step.date = readDay(line('date')) ?? line('date');
    if (line('person')) step.person = cleanLine(line('person'));
    if (line('outcome')) step.outcome = line('outcome');
    if (step.means || step.date || step.person || step.outcome) steps.push(step);
  }
  return steps;
}

/** Text of a form's field, cleaned; anything else is empty. */
export function textIn(form: FormValues, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? cleanText(value) : '';
}

/** A saved value as its field shows it. */
export function shownValue(field: ScreenField, value: unknown, language: 'fr' | 'en'): string {
  if (value === undefined || value === null) return '';
  if (field.type === 'money' && typeof value === 'number') return moneyField(value, language);
  if (field.type === 'yesNo') return value === true ? 'yes' : value === false ? 'no' : '';
  if (field.type === 'tick') return value === true ? 'yes' : '';
  return String(value);
}
