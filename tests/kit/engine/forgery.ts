import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { CommandEnvelope } from '#contracts/messages/dossier.ts';
import { draft, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

/** What an update answers, or the code with which it was refused. */
export async function codeOf(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return (error.cause as { type?: string }).type;
  }
}

/** All that a dossier's journal holds. */
export async function journalOf({ pool }: EngineSuite, { dossierId }: Play): Promise<unknown> {
  const sql = `select d.state, d.seq, d.head_hash, (select count(*) from dossier_command c where c.dossier_id = d.id) as commands,
    (select count(*) from reaction r where r.dossier_id = d.id) as owed from dossier d where d.id = $1`;
  return (await pool.query(sql, [dossierId])).rows;
}

/** What was told of a dossier: why each command was not believed. */
export const toldOf = ({ disbelieved }: EngineSuite, play: Play): string[] =>
  disbelieved.filter(({ dossierId }) => dossierId === play.dossierId).map(({ why }) => why);

/** An acceptance that the consumer could give, and nobody gave; and another dossier. */
export async function acceptance(suite: EngineSuite): Promise<{ play: Play; envelope: CommandEnvelope; other: Play }> {
  const play = await openPlay(suite, [...inNegotiation, { by: 'clerk', act: 'propose' }]);
  const envelope = await play.prepare({ by: 'consumer', act: 'acceptProposal' });
  return { play, envelope, other: await openPlay(suite, draft) };
}
