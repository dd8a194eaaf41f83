import { isUuid } from '#contracts/ids.ts';
import { isAmong, keyedHash, type Secret, type SecretRing } from '#contracts/secrets/secret-ring.ts';

/** How long a person may take for the second step, in seconds. */
export const secondStepSeconds = 600;

/** Whose second step a browser waits for. */
type Waiting = { userId: string; passwordHash: string | null };

/**
 * What a browser keeps between the password and the second step: that the password of this person was right, until when. It opens nothing by itself, and is
 * void once the password is another.
 */
export function secondStepMark([present]: SecretRing, waiting: Waiting, at: Date): string {
  const end = Math.floor(at.getTime() / 1000) + secondStepSeconds;
  return `second_step.${waiting.userId}.${end}.${signature(present, waiting, end).toString('base64url')}`;
}

/** The person that a mark names, not yet believed ({@link isMarkOf}); null when it is none or is over. */
export function personInMark(mark: string | null, at: Date): string | null {
  const [kind, userId, end] = (mark ?? '').split('.', 3);
  return kind === 'second_step' && isUuid(userId) && Number(end) * 1000 > at.getTime() ? userId : null;
}

export function isMarkOf(secrets: SecretRing, waiting: Waiting, mark: string): boolean {
  const [, , end = '', signed = ''] = mark.split('.', 4);
  const signatures = secrets.map((secret) => signature(secret, waiting, Number(end)));
  return isAmong(signatures, Buffer.from(signed, 'base64url'));
}

function signature(secret: Secret, { userId, passwordHash }: Waiting, end: number): Buffer {
  return keyedHash(secret, 'second-step', `${userId}:${end}:${passwordHash}`);
}
