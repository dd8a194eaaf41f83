import type { Play } from '../engine/play.ts';
import type { ReceivedMail } from '../mail.ts';
import type { Errands, OutboxRow } from './errands.ts';

/** A mail that reached the SMTP server, with the row it came from. `who` is the role that the address tells (errands.ts). */
export type Heard = { who: string; row: OutboxRow; mail: ReceivedMail };

const told = new WeakMap<Errands, Set<string>>();

/** Does what the dossier owes and returns the mails that it made leave, each seen on the SMTP server exactly once. */
export async function hear(errands: Errands, { dossierId }: Pick<Play, 'dossierId'>): Promise<Heard[]> {
  await errands.run(dossierId);
  const before = told.get(errands) ?? new Set<string>();
  told.set(errands, before);
  const rows = (await errands.outbox(dossierId)).filter(({ id, state }) => state === 'sent' && !before.has(id));
  return rows.map((row) => {
    before.add(row.id);
    const copies = errands.mail.messages().filter(({ messageId }) => messageId === `<${row.id}@parle.example>`);
    if (copies.length !== 1) throw new Error(`${row.template} reached ${row.to} ${copies.length} times`);
    const [mail] = copies as [ReceivedMail];
    if (mail.to !== row.to) throw new Error(`${row.template} was for ${row.to} and reached ${mail.to}`);
    return { who: row.to.split('@')[0]!, row, mail };
  });
}

/** « who template », sorted: what a test compares. */
export const who = (heard: Heard[]): string[] => heard.map(({ who, row }) => `${who} ${row.template}`).sort();
