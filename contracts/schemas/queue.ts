import { z } from 'zod';
import { replyLimits } from '#domain/queue/replies.ts';
import { absenceForm } from './absence.ts';
import { lineText } from './line.ts';
import { formId, longText, wholeNumber } from './text.ts';

/** As many dossiers as one form takes charge of or gives (F-087). */
export const mostAtOnce = 50;

/** Dossiers with whom the page showed in charge of each: a person, or nobody. */
const chosen = z
  .record(formId, z.union([formId, z.literal('')]))
  .default({})
  .transform((seen) =>
    Object.entries(seen).map(([dossierId, handlerId]) => ({
      dossierId,
      replaces: handlerId === '' ? null : handlerId,
    })),
  )
  .refine((dossiers) => dossiers.length > 0, { error: 'queue:charge.noneChosen' })
  .refine((dossiers) => dossiers.length <= mostAtOnce, { error: 'queue:charge.tooMany' });

/** « Prendre en charge » several dossiers (F-084, F-087, A-21). */
export const takeSeveralForm = z.object({ seen: chosen });

/** The same, given to a colleague (F-081). */
export const giveSeveralForm = z.object({
  seen: chosen,
  to: z
    .string({ error: 'forms:choose' })
    .refine((value) => value !== '', { error: 'forms:choose' })
    .pipe(formId),
});

/** Dossiers of a company, and the place that they are put at; empty for none (B-09). */
export const placingForm = z.object({
  dossier: z
    .record(formId, z.literal('yes'))
    .default({})
    .transform((dossiers) => Object.keys(dossiers))
    .refine((dossiers) => dossiers.length > 0, { error: 'queue:charge.noneChosen' })
    .refine((dossiers) => dossiers.length <= mostAtOnce, { error: 'queue:charge.tooMany' }),
  establishment: z
    .union([formId, z.literal('none')], { error: 'forms:choose' })
    .transform((value) => (value === 'none' ? null : value)),
});

/** Somebody's absence in a company, as `company person`, and who stands in (B-09). */
export const memberAbsenceForm = z.intersection(
  absenceForm,
  z.object({
    absent: z
      .string({ error: 'forms:choose' })
      .transform((value) => value.split(' '))
      .refine((parts) => parts.length === 2 && parts.every((part) => formId.safeParse(part).success), {
        error: 'forms:choose',
      })
      .transform(([merchantId = '', userId = '']) => ({ merchantId, userId })),
    substitute: z
      .string({ error: 'forms:choose' })
      .refine((value) => value !== '', { error: 'forms:choose' })
      .pipe(formId),
  }),
);

export type MemberAbsenceForm = z.output<typeof memberAbsenceForm>;

export const cancelAbsenceForm = z.object({ absenceId: formId });

/** A text that a company's people keep (B-09). */
export const replyForm = z.object({
  merchantId: formId,
  title: lineText(replyLimits.title),
  body: longText(replyLimits.body),
});

export type ReplyForm = z.output<typeof replyForm>;

/** It is kept no more; `seen`: the version that the page showed. */
export const removedReplyForm = z.object({ seen: wholeNumber(1, 1_000_000) });

/** Another text in its place. */
export const changedReplyForm = replyForm.omit({ merchantId: true }).extend(removedReplyForm.shape);
