import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import type { Database } from '#db/database.ts';
import { isPublished, saveDraftRow, takeBackDraftRow, type DraftRow } from '#db/content/draft-rows.ts';
import type { CommandBody } from '#domain/dossier/index.ts';
import { idOf } from '#db/key-id.ts';
import { codeOf, execute, type CommandEngine } from './execute.ts';
import type { OpenDossier } from './load-dossier.ts';

/**
 * What a person writes for a dossier, saved and filed in one place, so that no text is reported as filed without being filed and none is overwritten
 * unseen. A row takes a text when it is new, when it holds the same, or when the form's page has seen what it holds; else it is left as it is, and
 * the text goes to the row that follows it ({@link nextRow}), where its author finds it again.
 */
export type DraftText<Content> = {
  /** The row of this text under an id. */
  row(id: string): DraftRow<Content>;
  /** The form's own id. */
  id: string;
  /** Marks of what the form's page saw (contracts/draft-mark.ts). */
  seen: readonly string[];
};

/**
 * Where a text was saved. `sent`: this very text is published already. `beside`: it is not in the form's own row, because that one's text was `sent`,
 * or `changed` by another page.
 */
export type SavedDraft = { id: string; mark: string; sent: boolean; beside: 'sent' | 'changed' | null };

/** A draft that is not in the form. */
export type OtherDraft = { id: string; body: string; savedAt: string };

/** Rows tried one after the other: nobody has more unsent texts than that of one form. */
const maxRows = 100;

/** Saves a text for its author alone. @throws AppError `form.invalid` for someone else's id; `draft.too_many` where no new one has room. */
export async function saveDraft<Content>(db: Database, draft: DraftText<Content>): Promise<SavedDraft> {
  let { id } = draft;
  let beside: SavedDraft['beside'] = null;
  for (let tries = 0; tries < maxRows; tries += 1) {
    const row = draft.row(id);
    const saved = await saveDraftRow(db, row, { seen: draft.seen, give: false });
    if (saved === 'foreign') break;
    if (saved === 'full') throw new AppError('draft.too_many');
    if (saved === 'saved' || saved === 'given' || saved === 'published') {
      return { id, mark: draftMark(row.content), sent: saved === 'published', beside };
    }
    beside ??= saved === 'other' ? 'sent' : 'changed';
    id = nextRow(id);
  }
  throw new AppError('form.invalid');
}

export type Filing<Content> = {
  draft: DraftText<Content>;
  /** The form's key. */
  key: string;
  /** The command that publishes the row of this id. */
  command(id: string): CommandBody;
  /** What happens to a text whose row holds another: it is filed `anew`, beside it, or `refused` and saved, where two would be wrong. */
  otherwise: 'anew' | 'refused';
  /** Whether this command was carried out, for one that says more than its published text. @default always */
  done?: () => Promise<boolean>;
};

/**
 * Files a text: marks its row as final, then sends the command that publishes it. The same text under the same id is the same act, reported as done
 * each time. Refused, the row is its author's draft again; with the engine unreachable it stays final, since the command may still be carried out,
 * and what is typed next goes to another row.
 *
 * @throws AppError the rules' code; `draft.too_many`; `draft.sent` or `draft.changed` for a text that is saved and not filed, because the form's row was sent, or
 *   changed by another page, with another text.
 */
export async function fileDraft<Content>(
  deps: { db: Database; engine: CommandEngine },
  opened: OpenDossier,
  { draft, ...filing }: Filing<Content>,
): Promise<void> {
  let { id } = draft;
  for (let tries = 0; tries < maxRows; tries += 1) {
    const row = draft.row(id);
    const saved = await saveDraftRow(deps.db, row, { seen: draft.seen, give: true });
    if (saved === 'foreign') break;
    if (saved === 'full') throw new AppError('draft.too_many');
    if (saved === 'published') {
      if (await (filing.done?.() ?? true)) return;
      throw new AppError('draft.sent');
    }
    if (saved === 'saved' || saved === 'given') {
      const key = id === draft.id ? filing.key : idOf('filed-anew', filing.key, id);
      return publishRow(deps, opened, { row, ...filing, key, given: saved === 'given' });
    }
    if (filing.otherwise === 'refused') return saveBeside(deps.db, draft, saved);
    id = nextRow(id);
  }
  throw new AppError('form.invalid');
}

/**
 * Marks a text as final, for the act that files it with another ({@link fileDraft}).
 *
 * @returns the id of its row.
 * @throws AppError as {@link fileDraft} for one that is `refused`.
 */
export async function giveDraft<Content>(db: Database, draft: DraftText<Content>): Promise<string> {
  const saved = await saveDraftRow(db, draft.row(draft.id), { seen: draft.seen, give: true });
  if (saved === 'foreign') throw new AppError('form.invalid');
  if (saved === 'full') throw new AppError('draft.too_many');
  if (saved === 'other' || saved === 'changed') return saveBeside(db, draft, saved);
  return draft.id;
}

/** Saves a text that cannot be filed from its own row, and says why. */
async function saveBeside<Content>(db: Database, draft: DraftText<Content>, why: 'other' | 'changed'): Promise<never> {
  await saveDraft(db, { ...draft, id: nextRow(draft.id) });
  throw new AppError(why === 'other' ? 'draft.sent' : 'draft.changed');
}

/** The row that follows one: always the same, so that a form sent twice has one effect. */
function nextRow(id: string): string {
  return idOf('next-row', id);
}

async function publishRow<Content>(
  { db, engine }: { db: Database; engine: CommandEngine },
  opened: OpenDossier,
  { row, given, ...filing }: Omit<Filing<Content>, 'draft'> & { row: DraftRow<Content>; given: boolean },
): Promise<void> {
  try {
    await execute({ engine }, opened, { key: filing.key, command: filing.command(row.id) });
  } catch (error) {
    const code = codeOf(error);
    if (code === null || code === 'engine.unavailable') throw error;
    // Published with these words under another form's key: this act is already done.
    if ((await isPublished(db, row)) && (await (filing.done?.() ?? true))) return;
    // Held back by a limit, this act was not sent; one that gave the text before may be on its way still.
    if (!(given && isLimit(code))) await takeBackDraftRow(db, row.table, row.id);
    throw error;
  }
}

const isLimit = (code: string): boolean => code.startsWith('rate.');
