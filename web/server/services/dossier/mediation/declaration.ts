import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isRepresented } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { CurrentUser } from '../../accounts/types.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { loadNamed, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** All that is shown to a mediator who has not declared yet: who is concerned, and the kind of problem (ADR 31). */
export type DeclarationFacts = {
  dossierId: string;
  number: string;
  consumer: string;
  /** Who acts for the consumer, if anyone. */
  representative: string | null;
  merchant: string;
  /** Who acts for the merchant. */
  handler: string | null;
  problemKind: string;
};

/** The dossier as the page of the declaration opens it; `declared`: there is nothing to declare any more. */
export async function openToDeclare(
  deps: Pick<ServiceDeps, 'db' | 'now'>,
  user: CurrentUser | null,
  dossierId: string,
): Promise<{ opened: OpenDossier; declared: boolean }> {
  const opened = await loadNamed(deps, user, dossierId);
  if (opened.readerRole === 'mediator') return { opened, declared: true };
  if (opened.readerRole !== 'assignedMediator') throw new AppError('actor.not_mediator');
  if (opened.state.closing) throw new AppError('dossier.closed');
  return { opened, declared: false };
}

export function declarationForm(_deps: unknown, { summaryRow, state }: OpenDossier): DeclarationFacts {
  return {
    dossierId: summaryRow.id,
    number: summaryRow.number,
    consumer: summaryRow.consumer.name,
    // Whom the consumer thinks of naming is theirs to know until that person accepts (F-073).
    representative: isRepresented(state) ? (summaryRow.representative?.name ?? null) : null,
    merchant: summaryRow.merchant.name,
    handler: summaryRow.handler?.name ?? null,
    problemKind: summaryRow.problemKind,
  };
}

/**
 * B-10: « Je n’ai aucun conflit d’intérêts » (`none`), or the reason of the list for which the dossier goes back to the Office (§9.5), unread.
 *
 * @returns whether the dossier is now open to the mediator.
 * @throws AppError `value.invalid`, the rules' refusals.
 */
export async function declareConflict(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, declaration }: { key: string; declaration: string },
): Promise<boolean> {
  if (declaration === 'none') {
    await execute(deps, opened, { key, command: { type: 'declareNoConflict' } });
    return true;
  }
  if (!isCode('recusalReasons', declaration)) throw new AppError('value.invalid');
  await execute(deps, opened, { key, command: { type: 'recuse', reason: declaration } });
  return false;
}
