import { z } from 'zod';
import { threadNames } from '#domain/dossier/commands.ts';
import { cleanText } from '#domain/typed/clean.ts';
import { formId, longText, seenMarks, type FieldProblem } from './text.ts';

/** Longest message, in characters. */
export const maxMessageLength = 10_000;

/** The conversations, as addresses and forms name them. */
const threadName = z.enum(threadNames, {
  error: 'unknown_choice' satisfies FieldProblem,
});

/** A message to post (F-040, F-098, F-112, F-113). */
export const messageForm = z.object({
  messageId: formId,
  thread: threadName,
  base: seenMarks,
  body: longText(maxMessageLength),
});

/** Messages that one form shares at most. */
const maxShared = 200;

/** Messages of the negotiation that a party chooses to show the mediator. */
export const shareForm = z.object({
  messages: z
    .array(formId, { error: 'missing' satisfies FieldProblem })
    .min(1, { error: 'missing' satisfies FieldProblem })
    .max(maxShared, { error: 'too_long' satisfies FieldProblem }),
});

/** The mediator's announcement that the mediation will be closed, which goes to the discussion space (F-131). */
export const announcementForm = messageForm.omit({ thread: true });

/** A message to save as a draft: it may be empty, and only its author shortens it. `announcesClosing`: as {@link announcementForm}. */
export const messageDraftForm = messageForm.extend({
  announcesClosing: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
  body: z
    .string()
    .transform(cleanText)
    .refine((body) => body.length <= maxMessageLength, { error: 'too_long' satisfies FieldProblem }),
});

/** The same, with the saved reply that goes after it (B-09). */
export const insertReplyForm = messageDraftForm.extend({
  reply: z
    .string({ error: 'forms:choose' })
    .refine((value) => value !== '', { error: 'forms:choose' })
    .pipe(formId),
});
