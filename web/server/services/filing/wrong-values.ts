import { fieldsOf, type FormScreenCode, type ScreenValues } from '#contracts/schemas/filing-screens.ts';
import { readPhone } from '#contracts/schemas/phone.ts';
import { isCivilDate } from '#domain/typed/civil-date.ts';
import { readPostalCode } from '#domain/typed/postal-code.ts';

/** What may be wrong with an answer, other than that it is missing: key of content/texts `filing:wrong`. */
export type Wrong = 'too_long' | 'invalid_date' | 'invalid_amount' | 'invalid_postal_code' | 'invalid_phone';

/** What is wrong with the form of a screen's values, by field; `missingToSubmit` says what is missing. */
export function wrongValues(screen: FormScreenCode, values: ScreenValues): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {};
  for (const field of fieldsOf(screen)) {
    const value = values[field.name];
    if (typeof value !== 'string') continue;
    if (field.max !== undefined && value.length > field.max) wrong[field.name] = 'too_long';
    else if (field.type === 'date' && !isCivilDate(value)) wrong[field.name] = 'invalid_date';
    else if (field.type === 'money') wrong[field.name] = 'invalid_amount';
    else if (field.name === 'postalCode' && readPostalCode(value) === null) wrong[field.name] = 'invalid_postal_code';
    else if (field.name === 'phone' && readPhone(value) === null) wrong[field.name] = 'invalid_phone';
  }
  return wrong;
}
