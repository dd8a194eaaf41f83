import type { Pool } from 'pg';
import { secondMediator } from '#tests/kit/second-mediator.ts';
import type { Play } from './play.ts';

/** The Office names somebody else than the people of a play have, who declares no conflict of interest. */
export async function nameAnother(pool: Pool, play: Play): Promise<{ userId: string; name: string }> {
  const next = await secondMediator(pool);
  const assign = await play.prepare({ by: 'officer', act: 'assignMediator', mediator: 'mediator' });
  await play.send({ ...assign, command: { ...assign.command, mediatorId: next.userId } });
  const declare = await play.prepare({ by: 'mediator', act: 'declareNoConflict' });
  const by = { role: 'mediator', userId: next.userId } as const;
  await play.send({ ...declare, command: { ...declare.command, by } });
  return next;
}

/** The mediator hands the dossier back, and another one follows. */
export async function handOn(pool: Pool, play: Play): Promise<{ userId: string; name: string }> {
  await play.step({ by: 'mediator', act: 'recuse' });
  return nameAnother(pool, play);
}
