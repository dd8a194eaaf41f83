import { isRecord } from '#contracts/unknown-values.ts';
import { eventually } from '#scripts/system/eventually.ts';

/** What people receive by mail, read from the inbox that `npm start` runs. */
export type Inbox = {
  /** The first group of the pattern, or all of it, in the newest mail to this address that has it. @throws Error when none comes. */
  find(to: string, pattern: RegExp): Promise<string>;
};

/** @param origin the page of the inbox. */
export function openInbox(origin: string): Inbox {
  return {
    find: (to, pattern) =>
      eventually(async () => inNewest(await mailsTo(origin, to), pattern), {
        within: 60_000,
        every: 500,
        failure: () => new Error(`No mail to ${to} has ${pattern}.`),
      }),
  };
}

function inNewest(mails: string[], pattern: RegExp): string | null {
  for (const text of mails.toReversed()) {
    const match = pattern.exec(text);
    if (match) return match[1] ?? match[0];
  }
  return null;
}

/** Texts of the mails to an address, oldest first. */
async function mailsTo(origin: string, to: string): Promise<string[]> {
  const answer: unknown = await (await fetch(new URL('/api/email', origin))).json();
  const mails = Array.isArray(answer) ? answer.filter(isRecord) : [];
  return mails
    .filter((mail) => JSON.stringify(mail['to'] ?? '').includes(`"${to}"`))
    .toSorted((one, other) => String(one['time']).localeCompare(String(other['time'])))
    .map((mail) => String(mail['text'] ?? ''));
}
