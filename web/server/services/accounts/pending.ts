import { randomUUID } from 'node:crypto';
import { isUuid } from '#contracts/ids.ts';
import { codeMinutes, type CodePurpose } from './one-time-codes.ts';

/**
 * What a browser waits a code for: a purpose, the code's id, and when it expires. Kept in the browser's cookie. An address without an
 * account gets one too, with an id that nothing bears, so that nothing shows which addresses have accounts.
 */
export type Pending = { purpose: CodePurpose; id: string; until: number };

export function pendingOf(purpose: CodePurpose, id: string, until: string): string {
  return `${purpose}.${id}.${Date.parse(until)}`;
}

/** For an address without an account. */
export function pendingOfNobody(purpose: CodePurpose, now: Date): string {
  return pendingOf(purpose, randomUUID(), new Date(now.getTime() + codeMinutes * 60_000).toISOString());
}

/** Reads the cookie back; null when it is none of ours or was made for something else. */
export function readPending(value: string | null, purpose: CodePurpose): Pending | null {
  const match = /^(verify_email|reset_password)\.([\da-f-]{36})\.(\d{1,15})$/.exec(value ?? '');
  if (!match || match[1] !== purpose || !isUuid(match[2])) return null;
  return { purpose, id: match[2], until: Number(match[3]) };
}
