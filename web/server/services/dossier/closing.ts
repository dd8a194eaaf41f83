import { randomUUID } from 'node:crypto';
import { choices, isCode } from '#content/lists/index.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { ClosingForm } from '#contracts/schemas/closing.ts';
import { justificationDraft, saveJustification } from '#db/queries/dossier-drafts.ts';
import type { Db } from '#db/queries/sql.ts';
import { actionFor, type CommandType } from '#domain/dossier/index.ts';
import type { Engine } from '../engine.ts';
import { codeOf, give } from './give.ts';
import { otherPartyOf } from './names.ts';
import type { Opened } from './reader.ts';

/** The two ways in which a party ends a dossier: before take-over, and after (A-07, F-104). */
export type ClosingKind = 'refuseToNegotiate' | 'closeDossier';

const lists = { refuseToNegotiate: 'refusalReasons', closeDossier: 'partyClosingReasons' } as const;

export type ClosingPage = {
  other: string;
  reasons: { code: string; label: string }[];
  justificationId: string;
  justification: string;
};

export async function closingPage(
  db: Db,
  opened: Opened,
  kind: ClosingKind,
  language: Language,
  t: Translate,
): Promise<ClosingPage> {
  demandAction(opened, kind);
  const draft = await justificationDraft(db, opened.head.id, opened.user.id, kind);
  return {
    other: otherPartyOf(opened, t),
    reasons: choices(lists[kind], language),
    justificationId: draft?.id ?? randomUUID(),
    justification: draft?.body ?? '',
  };
}

/**
 * Closes a dossier or refuses to negotiate, with a reason of the list and a justification that the other side reads.
 *
 * @throws AppError with the rule's code; `value.invalid` for a reason that is not of the list.
 */
export async function close(
  deps: { db: Db; engine: Pick<Engine, 'command'> },
  opened: Opened,
  kind: ClosingKind,
  key: string,
  form: ClosingForm,
): Promise<void> {
  if (!isCode(lists[kind], form.reason)) throw new AppError('value.invalid');
  const saved = await justify(deps.db, opened, kind, form.justificationId, form.justification);
  if (saved === 'published') return;
  await give(deps.engine, opened, key, { type: kind, reason: form.reason, justificationId: form.justificationId });
}

/** Takes charge of a dossier (F-084, F-087); `replaces` is whom the person saw in charge. Done already, it is done. */
export async function takeCharge(
  engine: Pick<Engine, 'command'>,
  opened: Opened,
  key: string,
  replaces: string | null,
): Promise<void> {
  try {
    await give(engine, opened, key, { type: 'takeCharge', replaces });
  } catch (error) {
    if (codeOf(error) !== 'dossier.already_in_charge') throw error;
  }
}

/** Withdraws a document with its reason. */
export async function withdrawDocument(
  deps: { db: Db; engine: Pick<Engine, 'command'> },
  opened: Opened,
  key: string,
  documentId: string,
  form: { justificationId: string; justification: string },
): Promise<void> {
  const saved = await justify(deps.db, opened, 'withdrawDocument', form.justificationId, form.justification);
  if (saved === 'published') return;
  await give(deps.engine, opened, key, { type: 'withdrawDocument', documentId, justificationId: form.justificationId });
}

/** Refuses a page whose act the rules would refuse. */
export function demandAction(opened: Opened, type: CommandType): void {
  const view = actionFor(opened.state, opened.actor, opened.now, type);
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
}

async function justify(db: Db, opened: Opened, kind: string, id: string, body: string): Promise<'saved' | 'published'> {
  const saved = await saveJustification(db, { id, dossierId: opened.head.id, authorId: opened.user.id, kind, body });
  if (saved === 'foreign') throw new AppError('form.invalid');
  return saved;
}
