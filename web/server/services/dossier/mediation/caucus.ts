import { countEarlier } from '#db/content/messages.ts';
import { actionFor, type Side, type Thread } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, type Named } from '../open-dossier/party-names.ts';

const caucusOf: Record<Side, Thread> = { consumer: 'consumerCaucus', merchant: 'merchantCaucus' };

/** What a side would open to the mediator who follows another: how many messages, to whom. */
export type CaucusFacts = { messages: number; mediator: Named };

/** Whether there is something for this person to open; null when not. */
export async function caucusToOpen({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<CaucusFacts | null> {
  const { side, state, summaryRow } = opened;
  const until = state.mediation?.assignedAt ?? null;
  if (!side || !until || !actionFor(state, opened, 'openCaucus').allowed) return null;
  const messages = await countEarlier(db, { dossierId: summaryRow.id, thread: caucusOf[side], before: until });
  return messages > 0 ? { messages, mediator: named(opened, 'mediator') } : null;
}

/** The page on which a side opens them. @throws AppError the rules' reason. */
export async function caucusForm(deps: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<CaucusFacts> {
  demandAction(opened, 'openCaucus');
  return (await caucusToOpen(deps, opened)) ?? { messages: 0, mediator: named(opened, 'mediator') };
}

/** A-03, CPC 611: what was said in private passes on with the consent of who said it, and only then. @throws AppError the rules' refusals. */
export async function openCaucus(deps: { engine: CommandEngine }, opened: OpenDossier, key: string): Promise<void> {
  await execute(deps, opened, { key, command: { type: 'openCaucus' } });
}
