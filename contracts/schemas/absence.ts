import { z } from 'zod';
import { isCivilDate, readDay } from '#domain/typed/civil-date.ts';

const day = z
  .string({ error: 'forms:required' })
  .refine((value) => value.trim() !== '', { error: 'forms:required', abort: true })
  .transform((value) => readDay(value) ?? value)
  .refine(isCivilDate, { error: 'absences:invalidDay' });

/** First and last day of an absence, both included: civil days in Québec (F-137). */
export const absenceForm = z
  .object({ firstDay: day, lastDay: day })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ['lastDay'], error: 'absences:lastBeforeFirst' });

export type AbsenceForm = z.output<typeof absenceForm>;
