import { createHmac } from 'node:crypto';

/**
 * What a person's browser keeps their unsent texts under: the same in all their sessions, no one else's, and of no use for anything else. Empty when
 * nobody is signed in.
 */
export function keepingOf(pepper: string, userId: string | null): { account: string; key: string } {
  if (userId === null) return { account: '', key: '' };
  const made = (what: string) =>
    createHmac('sha256', pepper).update(`kept in the browser: ${what} of ${userId}`).digest();
  return { account: made('name').toString('hex').slice(0, 20), key: made('key').toString('base64') };
}
