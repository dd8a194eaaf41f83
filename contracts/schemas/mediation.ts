import { z } from 'zod';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { cleanText } from '#domain/typed/clean.ts';
import { isCivilDate, readDay } from '#domain/typed/civil-date.ts';
import { closingForm, tick } from './closing.ts';
import { formId, longText, seenMarks, wholeNumber, type FieldProblem } from './text.ts';

/** Longest summary of the nature of a problem, in characters: it is printed on the attestation. */
export const maxNatureLength = 2_000;

/** « Fermer le dossier » by the mediator: the reason, the justification that the parties read, the nature of the problem (F-132, F-134). */
export const mediationClosingForm = closingForm.extend({
  natureId: formId,
  natureBase: seenMarks,
  nature: longText(maxNatureLength),
});

export type MediationClosingForm = z.output<typeof mediationClosingForm>;

/** « Me retirer »: the mediator hands the dossier back to the Office, with a reason of the list, which the parties read or not (§9.5). */
export const handBackForm = z.object({
  reason: z
    .string({ error: 'missing' satisfies FieldProblem })
    .min(1, { error: 'missing' satisfies FieldProblem })
    .max(60, { error: 'unknown_choice' satisfies FieldProblem }),
  parties: z.enum(['told', 'not_told'], { error: 'forms:choose' }),
  confirmed: tick,
});

export type HandBackForm = z.output<typeof handBackForm>;

/** Whether something stands against mediating: nothing, or the reason of the list for which the dossier is handed back (B-10, §9.5). */
export const declarationForm = z.object({
  declaration: z
    .string({ error: 'forms:choose' })
    .min(1, { error: 'forms:choose' })
    .max(60, { error: 'unknown_choice' satisfies FieldProblem }),
});

/** The version that a side read and that does not do for it (F-115). */
export const revisionForm = z.object({ version: wholeNumber(1, 999) });

/** Longest private notes of a mediator on one dossier, in characters. */
export const maxNotesLength = 20_000;

/** A mediator's private notes; empty, there are none. */
export const notesForm = z.object({
  base: seenMarks,
  body: z
    .string({ error: 'missing' satisfies FieldProblem })
    .transform(cleanText)
    .refine((body) => body.length <= maxNotesLength, { error: 'too_long' satisfies FieldProblem }),
});

export type NotesForm = z.output<typeof notesForm>;

/**
 * Why a mediation lasts, whom it waits for, until when it may go on: the last civil day, in Québec (F-130, A-24).
 *
 * @param now an instant: a target is not a day that is over by then.
 */
export const reportForm = (now: string) =>
  z
    .object({
      kind: z.enum(['imminent', 'waiting', 'delay', 'nudge'], { error: 'forms:choose' }),
      side: z.union([z.enum(['consumer', 'merchant']), z.literal('').transform(() => null)]).default(null),
      newTarget: z
        .string()
        .transform((value) => (value.trim() === '' ? null : (readDay(value) ?? value)))
        .refine((value) => value === null || isCivilDate(value), { error: 'invalid' satisfies FieldProblem })
        .refine((value) => value === null || !isCivilDate(value) || value >= todayInQuebec(now), {
          error: 'mediation:report.pastTarget',
        })
        .default(null),
    })
    .refine(({ kind, side }) => side !== null || (kind !== 'waiting' && kind !== 'nudge'), {
      path: ['side'],
      error: 'forms:choose',
    });

export type ReportForm = z.output<ReturnType<typeof reportForm>>;

/** The mediator whom the Office names; `replaces`: the one that its page showed, if any (F-121). */
export const assignmentForm = z.object({
  mediatorId: z
    .string({ error: 'forms:choose' })
    .refine((value) => formId.safeParse(value).success, { error: 'forms:choose' }),
  replaces: z.union([formId, z.literal('').transform(() => null)]),
});
