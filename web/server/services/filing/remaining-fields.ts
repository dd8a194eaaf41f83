import { keysOf } from '#domain/known-values.ts';
import {
  formScreens,
  screenCodes,
  stepOfScreen,
  type ScreenCode,
  type ScreenValues,
} from '#contracts/schemas/filing-screens.ts';
import type { Missing } from '#domain/problem/missing-fields.ts';
import type { RemedyCode } from '#domain/agreement/types.ts';
import type { DraftContent } from '#db/filing/draft-form.ts';
import { wrongValues, type Wrong } from './wrong-values.ts';

/** One thing to do or to correct before the submission, and the field that it is about. */
export type RemainingField = {
  screen: ScreenCode;
  /** Name of the field in its form, as its id is made of it. */
  field: string;
  /** Key of the sentence, with its parameters. */
  key: string;
  remedy: RemedyCode | null;
};

/** What is left of a draft, in the order of the screens: what is missing, then what cannot be read as asked. */
export function remainingFields(content: DraftContent, missing: Missing[]): RemainingField[] {
  const remaining: RemainingField[] = missing.map(({ step, code, field, remedy }) => ({
    screen: screenOf(step, field, remedy),
    field: fieldName(field, remedy),
    key: `checks:${code}`,
    remedy: remedy ?? null,
  }));
  for (const screen of keysOf(formScreens)) {
    const values: ScreenValues = content[formScreens[screen].store];
    for (const [field, wrong] of Object.entries(wrongValues(screen, values))) {
      if (!remaining.some((each) => each.screen === screen && each.field === field)) {
        remaining.push({ screen, field, key: wrongKeys[wrong], remedy: null });
      }
    }
  }
  for (const [row, step] of (content.problem.priorSteps ?? []).entries()) {
    if ((step.outcome?.length ?? 0) > maxOutcomeLength || (step.person?.length ?? 0) > maxPersonLength) {
      remaining.push({ screen: 'steps', field: `priorSteps.${row}.outcome`, key: wrongKeys.too_long, remedy: null });
    }
  }
  return remaining.sort((a, b) => screenCodes.indexOf(a.screen) - screenCodes.indexOf(b.screen));
}

/** Maximum length of the account of one prior step, and of the name in it. */
const maxOutcomeLength = 1_000;
const maxPersonLength = 120;

const wrongKeys: Record<Wrong, string> = {
  too_long: 'forms:problems.too_long',
  invalid_date: 'checks:problem.dateInvalid',
  invalid_amount: 'checks:problem.pricePaidInvalid',
  invalid_postal_code: 'forms:postalCode',
  invalid_phone: 'forms:phone',
};

function screenOf(step: Missing['step'], field: string, remedy: RemedyCode | undefined): ScreenCode {
  if (step === 'documents') return 'documents';
  if (step === 'review') return 'review';
  if (step === 'proposal') {
    if (field === 'terms') return 'terms';
    return remedy && field !== 'remedies' ? 'remedyDetails' : 'remedies';
  }
  if (field.startsWith('priorSteps')) return 'steps';
  const found = keysOf(formScreens).find(
    (screen) => stepOfScreen[screen] === step && formScreens[screen].fields.some(({ name }) => name === field),
  );
  return found ?? (step === 'parties' ? 'you' : 'good');
}

/** `priorSteps[0].means` of the rules is `priorSteps.0.means` in the form; a remedy's field carries its remedy. */
function fieldName(field: string, remedy: RemedyCode | undefined): string {
  if (field === 'remedies' || field === 'nature') return field === 'remedies' ? 'remedy' : field;
  return remedy ? `${remedy}.${field}` : field.replaceAll(/\[(\d+)\]/g, '.$1');
}
