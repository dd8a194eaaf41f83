import { z } from 'zod';
import { isCivilDate, readDay } from '#domain/typed/civil-date.ts';
import { cleanText, saysNothing } from '#domain/typed/clean.ts';
import { lineText } from './line.ts';
import { formId, seenVersion, type FieldProblem } from './text.ts';

/** Longest text of the Office's log, in characters. */
const maxContactLength = 2_000;

/** What an officer notes in a dossier (F-136): a call, a letter, or a note, which needs its text. */
export const contactForm = z
  .object({
    kind: z.enum(['reached', 'missed', 'letter', 'note'], { error: 'forms:choose' }),
    side: z.union([z.enum(['consumer', 'merchant', 'mediator']), z.literal('').transform(() => null)]).default(null),
    body: z
      .string({ error: 'missing' satisfies FieldProblem })
      .transform(cleanText)
      .refine((value) => value.length <= maxContactLength, { error: 'too_long' satisfies FieldProblem }),
  })
  .refine(({ kind, side }) => kind === 'note' || side !== null, { path: ['side'], error: 'forms:choose' })
  .refine(({ kind, body }) => kind !== 'note' || !saysNothing(body), {
    path: ['body'],
    error: 'missing' satisfies FieldProblem,
  });

export type ContactForm = z.output<typeof contactForm>;

/** What an officer answers to one report of a mediator (F-130, F-136), which its moment names. */
export const answerForm = z.object({
  report: z.iso.datetime({ error: 'form.invalid' }),
  answer: z.enum(['seen', 'unreachable', 'settled'], { error: 'forms:choose' }),
});

export type AnswerForm = z.output<typeof answerForm>;

/** Which version of the next step the page showed; 0 for none. */
const seen = seenVersion;

/** What the Office will do next in a dossier, and on which civil day (B-11). */
export const stepForm = z.object({
  seen,
  dueDay: z
    .string({ error: 'forms:required' })
    .refine((value) => value.trim() !== '', { error: 'forms:required', abort: true })
    .transform((value) => readDay(value) ?? value)
    .refine(isCivilDate, { error: 'absences:invalidDay' }),
  what: lineText(200),
});

export type StepForm = z.output<typeof stepForm>;

export const stepDoneForm = z.object({ seen });

/** A dossier to hand over: who had it when the page was shown, and to whom it goes; empty for one that stays. */
export const handOverForm = z.object({
  to: z
    .record(formId, z.union([formId, z.literal('')]))
    .default({})
    .transform((to) =>
      Object.entries(to).flatMap(([dossierId, mediatorId]) => (mediatorId ? [{ dossierId, mediatorId }] : [])),
    )
    .refine((to) => to.length > 0, { error: 'forms:choose' }),
});
