import type { Play } from '../engine/play.ts';
import type { ReceivedMail } from '../mail.ts';
import type { ActivityRuns, OutboxRow } from './activity-runs.ts';

/** A mail that reached the SMTP server, with the row it came from. `who` is the role that the address tells (activity-runs.ts). */
export type SentMail = { who: string; row: OutboxRow; mail: ReceivedMail };

const told = new WeakMap<ActivityRuns, Set<string>>();

/** Does what the dossier owes and returns the mails that it made leave, each seen on the SMTP server exactly once. */
export async function sentMailOf(
  activityRuns: ActivityRuns,
  { dossierId }: Pick<Play, 'dossierId'>,
): Promise<SentMail[]> {
  await activityRuns.run(dossierId);
  const before = told.get(activityRuns) ?? new Set<string>();
  told.set(activityRuns, before);
  const rows = (await activityRuns.outbox(dossierId)).filter(({ id, state }) => state === 'sent' && !before.has(id));
  return rows.map((row) => {
    before.add(row.id);
    const copies = activityRuns.mail.messages().filter(({ messageId }) => messageId === `<${row.id}@parle.example>`);
    if (copies.length !== 1) throw new Error(`${row.template} reached ${row.to} ${copies.length} times`);
    const [mail] = copies as [ReceivedMail];
    if (mail.to !== row.to) throw new Error(`${row.template} was for ${row.to} and reached ${mail.to}`);
    return { who: row.to.split('@')[0]!, row, mail };
  });
}

/** « who template », sorted: what a test compares. */
export const who = (sentMail: SentMail[]): string[] => sentMail.map(({ who, row }) => `${who} ${row.template}`).sort();
