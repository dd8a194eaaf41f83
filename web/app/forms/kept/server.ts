import type { Held, Owner, Pairs } from './types.ts';

/** What a page that saves answers; each names what its form needs. */
export type Answer = {
  /** Hour in the reader's language; null when there was nothing to save. */
  savedAt: string | null;
  /** The mark that the form continues with, and the row when it is another. */
  base?: string;
  id?: string;
  /** Saved under another draft than the form's first. */
  beside?: 'sent' | 'changed' | null;
  /** This very text was sent already. */
  sent?: boolean;
  version?: number;
  /** HTML of what the page shows of it. */
  preview?: string;
};

/** How a question to the server ended. `ended`: nobody is signed in any more; `other`: someone else is; `away`: it did not answer. */
export type Outcome =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'ended' | 'other' | 'away' }
  /** `held`: the other text, where the page may go on beside it. */
  | { kind: 'conflict'; held: Held | null }
  | { kind: 'refused'; sentence: string };

/** Milliseconds: the longest wait for an answer. */
const maxWait = 10_000;
/** Temporary refusals (RFC 9110 §15.5.9, RFC 6585 §4). */
const passing = [408, 429];
/** A browser sends at most 64 kB for a page that is being left (Fetch §4.7). */
const maxKeepaliveBytes = 60_000;

/** Asks the server to save; it does so only while the page's own account is signed in. */
export async function save(address: string, body: Pairs, account: string): Promise<Outcome> {
  const text = new URLSearchParams(body).toString();
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', 'Kept-For': account },
      keepalive: text.length < maxKeepaliveBytes,
      signal: AbortSignal.timeout(maxWait),
    });
    if (response.ok) return { kind: 'answered', answer: await response.json() };
    if (response.status >= 500 || passing.includes(response.status)) return { kind: 'away' };
    const { code, sentence, other }: { code: string; sentence?: string; other?: Held } = await response.json();
    if (code === 'auth.required') return { kind: 'ended' };
    if (code === 'auth.other_account') return { kind: 'other' };
    return code === 'conflict'
      ? { kind: 'conflict', held: other ?? null }
      : { kind: 'refused', sentence: sentence ?? '' };
  } catch {
    return { kind: 'away' };
  }
}

/** Whether what the page sends would reach the server, and as whom. */
export async function whoIsThere({ keeping, account }: Owner): Promise<'ours' | 'ended' | 'other' | 'away'> {
  try {
    const response = await fetch(keeping, { headers: { 'Kept-For': account }, signal: AbortSignal.timeout(maxWait) });
    if (!response.ok) return 'away';
    const { account: there }: { account: string } = await response.json();
    if (account === '' || there === account) return 'ours';
    return there === '' ? 'ended' : 'other';
  } catch {
    return 'away';
  }
}

/** What the server keeps of a form that has no draft of its own; null when that is nothing, or cannot be known now. */
export async function heldText({ keeping, account }: Owner, form: string): Promise<Held | null> {
  try {
    const query = new URLSearchParams({ formulaire: form });
    const headers = { 'Kept-For': account };
    const response = await fetch(`${keeping}?${query}`, { headers, signal: AbortSignal.timeout(maxWait) });
    const answer: { account: string; kept: Held | null } = await response.json();
    return answer.account === account ? answer.kept : null;
  } catch {
    return null;
  }
}

/** What the account's texts were kept under in browsers before the platform's secret was changed; none when that cannot be known now. */
export async function formerKeepings({ keeping, account }: Owner): Promise<{ account: string; key: string }[]> {
  try {
    const response = await fetch(`${keeping}?anciens`, { signal: AbortSignal.timeout(maxWait) });
    const answer: { account: string; former?: { account: string; key: string }[] } = await response.json();
    return answer.account === account ? (answer.former ?? []) : [];
  } catch {
    return [];
  }
}
