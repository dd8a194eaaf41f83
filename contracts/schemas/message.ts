import { z } from 'zod';
import { formId, longText, type FieldProblem } from './text.ts';

/** Longest message, in characters. */
export const longestMessage = 10_000;

/** The conversations, as addresses and forms name them. */
export const threadName = z.enum(['negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus'], {
  error: 'unknown_choice' satisfies FieldProblem,
});

/** A message to post (F-040, F-098, F-112, F-113). */
export const messageForm = z.object({
  key: formId,
  messageId: formId,
  thread: threadName,
  body: longText(longestMessage),
});

export type MessageForm = z.infer<typeof messageForm>;
