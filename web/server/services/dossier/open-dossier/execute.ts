import { refusalOf } from '#contracts/refusal.ts';
import type { CommandResult } from '#contracts/messages/dossier.ts';
import type { CommandBody } from '#domain/dossier/index.ts';
import type { Engine } from '../../engine.ts';
import type { OpenDossier } from './load-dossier.ts';

/** What commands are sent to. */
export type CommandEngine = Pick<Engine, 'command'>;

/**
 * Sends a command as the person who opened the dossier; `key` is the form's, so that a form sent twice has one effect.
 *
 * @throws AppError with the rule's code, or `engine.unavailable`.
 */
export function execute(
  { engine }: { engine: CommandEngine },
  opened: OpenDossier,
  { key, command }: { key: string; command: CommandBody },
): Promise<CommandResult> {
  return engine.command(opened.summaryRow.id, { key, command: { ...command, by: opened.actor } });
}

/** The code of a refusal, whichever copy of the class it comes from; null for anything else. */
export function codeOf(error: unknown): string | null {
  return refusalOf(error)?.code ?? null;
}
