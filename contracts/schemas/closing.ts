import { z } from 'zod';
import { formId, longText, seenMarks, type FieldProblem } from './text.ts';

/** Longest justification, in characters. */
export const maxJustificationLength = 4_000;

/** An explicit tick of a single box: `yes` from our own boxes, `on` from one without a value. */
export const tick = z.enum(['yes', 'on'], { error: 'not_ticked' satisfies FieldProblem });

/** An act that needs only its button. */
export const confirmForm = z.object({});

/** « Fermer le dossier » and « Refuser de négocier »: a reason of the list and a justification that the other side reads (F-104, A-07). */
export const closingForm = z.object({
  justificationId: formId,
  base: seenMarks,
  reason: z
    .string({ error: 'missing' satisfies FieldProblem })
    .min(1, { error: 'missing' satisfies FieldProblem })
    .max(60, { error: 'unknown_choice' satisfies FieldProblem }),
  justification: longText(maxJustificationLength),
  confirmed: tick,
});

export type ClosingForm = z.output<typeof closingForm>;

/** « Prendre en charge ce dossier »; `replaces` is the representative in charge that the person saw, if any (F-087, A-21). */
export const takeChargeForm = z.object({ replaces: z.union([formId, z.literal('').transform(() => null)]) });

/** Withdrawal of a document, which leaves a mark with its reason. */
export const documentWithdrawalForm = z.object({
  justificationId: formId,
  base: seenMarks,
  justification: longText(maxJustificationLength),
});
