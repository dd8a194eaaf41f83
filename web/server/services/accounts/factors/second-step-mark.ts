import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '#contracts/ids.ts';

/** How long a person may take for the second step, in seconds. */
export const secondStepSeconds = 600;

/** Whose second step a browser waits for. */
type Waiting = { userId: string; passwordHash: string | null };

/**
 * What a browser keeps between the password and the second step: that the password of this person was right, until when. It opens nothing by itself, and is
 * void once the password is another.
 */
export function secondStepMark(pepper: string, waiting: Waiting, at: Date): string {
  const end = Math.floor(at.getTime() / 1000) + secondStepSeconds;
  return `second_step.${waiting.userId}.${end}.${signature(pepper, waiting, end)}`;
}

/** The person that a mark names, not yet believed ({@link isMarkOf}); null when it is none or is over. */
export function personInMark(mark: string | null, at: Date): string | null {
  const [kind, userId, end] = (mark ?? '').split('.', 3);
  return kind === 'second_step' && isUuid(userId) && Number(end) * 1000 > at.getTime() ? userId : null;
}

export function isMarkOf(pepper: string, waiting: Waiting, mark: string): boolean {
  const [, , end = '', signed = ''] = mark.split('.', 4);
  const expected = Buffer.from(signature(pepper, waiting, Number(end)));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signature(pepper: string, { userId, passwordHash }: Waiting, end: number): string {
  return createHmac('sha256', pepper).update(`second-step:${userId}:${end}:${passwordHash}`).digest('base64url');
}
