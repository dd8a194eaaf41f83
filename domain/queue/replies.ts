/** B-09: what a company's people may keep of short texts, so that the list stays one that is read at a glance. */
export const replyLimits = { each: 100, title: 80, body: 4_000 } as const;

/**
 * A saved text put into a message: after what is written there, which is left as it is, with a line between. Null when both do not fit in a message.
 *
 * @param max the longest message, in characters.
 */
export function withReply(written: string, reply: string, max: number): string | null {
  const before = written.trimEnd();
  const text = before === '' ? reply : `${before}\n\n${reply}`;
  return text.length <= max ? text : null;
}
