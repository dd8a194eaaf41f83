import { z } from 'zod';
import { namesNothing } from '#domain/typed/clean.ts';
import { readNeq } from '#domain/typed/neq.ts';

const error = 'forms:neqFormat';

/** A NEQ, as ten digits. */
export const neq = z
  .string({ error: 'forms:required' })
  .refine((value) => !namesNothing(value), { error: 'forms:required', abort: true })
  .transform((value) => readNeq(value) ?? '')
  .refine((value) => value !== '', { error });

/** The same, or '' for none: the Office enrols companies that have none. */
export const optionalNeq = z
  .string()
  .default('')
  .transform((value) => (namesNothing(value) ? '' : readNeq(value)))
  .refine((value) => value !== null, { error });
