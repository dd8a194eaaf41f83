import { isUuid } from '#contracts/ids.ts';

export type PendingPurpose = 'verify_email' | 'reset_password' | 'change_email';

/**
 * What a browser waits a code for: a purpose, and the id of the sign-up or of the code. Stored in the browser's cookie only: the code works with it
 * only (ASVS 6.6.2). An address with an account and one without get the same.
 */
export type Pending = { purpose: PendingPurpose; id: string };

export function pendingOf(purpose: PendingPurpose, id: string): string {
  return `${purpose}.${id}`;
}

/** Reads the cookie back; null when it is not ours or was made for another purpose. */
export function readPending(value: string | null, purpose: PendingPurpose): Pending | null {
  const match = /^(verify_email|reset_password|change_email)\.([\da-f-]{36})$/.exec(value ?? '');
  return match?.[1] === purpose && isUuid(match[2]) ? { purpose, id: match[2] } : null;
}
