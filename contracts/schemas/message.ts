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

const ids = z.array(formId, { error: 'unknown_choice' satisfies FieldProblem }).default([]);

/** What is ticked on one of the pages of that form: `chosen` on the others. */
const ticked = z
  .object({ messages: ids, chosen: ids })
  .transform((sent) => [...new Set([...sent.chosen, ...sent.messages])]);

/** The same, on the way to another page: nothing need be ticked yet. */
export const tickedForm = ticked.transform((messages) => ({ messages }));

/** Messages of the negotiation that a party chooses to show the mediator. */
export const shareForm = ticked.transform((messages, context) => {
  const problem = messages.length === 0 ? 'missing' : messages.length > maxShared ? 'too_many' : null;
  if (problem) context.addIssue({ code: 'custom', path: ['messages'], message: `messages:sharing.${problem}` });
  return { messages };
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
