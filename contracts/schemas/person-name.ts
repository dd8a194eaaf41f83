import { z } from 'zod';
import { namesNothing } from '#domain/typed/clean.ts';
import { isNameShaped, spelledName } from '#domain/typed/person-name.ts';
import { lineText } from './line.ts';

/** One of the two names; it may be empty, and is written as names are otherwise. */
const name = lineText(80, 0)
  .transform((value) => (namesNothing(value) ? '' : spelledName(value)))
  .refine(isNameShaped, { error: 'forms:nameShape' });

/** The fields of a person's names. {@link withName} asks for one of them. */
export const nameFields = { firstName: name, lastName: name };

/** A form with {@link nameFields}: people with a single name write it in either. */
export function withName<Shape extends typeof nameFields & z.ZodRawShape>(form: z.ZodObject<Shape>) {
  return form.refine((value) => namesOf(value).some((each) => each !== ''), {
    error: 'forms:oneName',
    path: ['firstName'],
    // Also when other fields are wrong: everything is said at once.
    when: ({ value }) => namesOf(value).every((each) => typeof each === 'string'),
  });
}

function namesOf(value: unknown): unknown[] {
  const names = z.looseObject({ firstName: z.unknown(), lastName: z.unknown() }).safeParse(value);
  return names.success ? [names.data.firstName, names.data.lastName] : [];
}
