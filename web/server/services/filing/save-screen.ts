import { createHash } from 'node:crypto';
import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import {
  fieldsOf,
  formScreens,
  isFormScreen,
  readPriorSteps,
  readScreen,
  type ScreenCode,
  textIn,
  type FormValues,
} from '#contracts/schemas/filing-screens.ts';
import { readPhone } from '#contracts/schemas/phone.ts';
import { readProposal } from '#contracts/schemas/proposal.ts';
import {
  draftContent,
  holdForm,
  holdStatus,
  writeFirstProposal,
  writeForm,
  type DraftContent,
} from '#db/filing/draft-form.ts';
import { inTransaction } from '#db/transaction.ts';
import { isRemedyCode } from '#domain/agreement/check.ts';
import { remedyCodes } from '#domain/agreement/types.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './load-draft.ts';

/** Screens whose answers are saved as they are typed. */
export type SavedScreen = Exclude<ScreenCode, 'representation' | 'documents' | 'review'>;

/** The outcome of a save. `conflict`: the screen was changed elsewhere since this form was shown; nothing was written. */
export type Saving = { outcome: 'saved' | 'conflict'; savedAt: string | null; base: string };

const savedScreens: readonly string[] = [...Object.keys(formScreens), 'steps', 'remedies', 'remedyDetails', 'terms'];

export function isSavedScreen(screen: string): screen is SavedScreen {
  return savedScreens.includes(screen);
}

/** A short mark of what is saved for a screen: a form sends back the one it was shown with. */
export function baseOfScreen(screen: SavedScreen, content: DraftContent): string {
  return createHash('sha256')
    .update(JSON.stringify(partOf(screen, content)))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Saves one screen of a draft (B-03), each key press or each page alike. It checks nothing: incomplete answers are saved as they are. A form shown
 * before someone else's change of the same screen gets a conflict, with the present mark, instead of overwriting that change.
 *
 * @param asked.base the mark that the form was shown with; null to save whatever was there.
 * @throws AppError `form.too_large` far beyond what the fields may hold, `dossier.not_draft` when it was submitted meanwhile, `rate.limited`.
 */
export async function saveScreen(
  deps: ServiceDeps,
  { draft, screen, form, base }: { draft: Draft; screen: SavedScreen; form: FormValues; base: string | null },
): Promise<Saving> {
  const { opened, contentId, proposalId, actor } = draft;
  const dossierId = opened.summaryRow.id;
  await deps.limits.count('saves', opened.user.id);
  return inTransaction(deps, async ({ db }): Promise<Saving> => {
    if ((await holdStatus(db, dossierId)) !== 'draft') throw new AppError('dossier.not_draft');
    await holdForm(db, dossierId);
    const saved = await draftContent(db, { dossierId, contentId });
    if (!saved) throw new AppError('access.not_found');
    const next = withAnswers(screen, saved, form);
    if (JSON.stringify(next).length > maxDraftLength) throw new AppError('form.too_large');
    const [before, after] = [baseOfScreen(screen, saved), baseOfScreen(screen, next)];
    if (before === after) return { outcome: 'saved', savedAt: saved.savedAt, base: after };
    if (base !== null && base !== before) return { outcome: 'conflict', savedAt: saved.savedAt, base: before };
    const { parties, problem, remedies, terms } = next;
    const { userId } = actor;
    if (isProposalScreen(screen)) {
      await writeFirstProposal(db, { contentId, dossierId, proposalId, authorId: userId, remedies, terms });
    }
    const savedAt = await writeForm(db, { dossierId, userId, parties, problem });
    return { outcome: 'saved', savedAt, base: after };
  });
}

/** The content as it would be with what a form of this screen says. */
function withAnswers(screen: SavedScreen, content: DraftContent, form: FormValues): DraftContent {
  if (isFormScreen(screen)) {
    const { store } = formScreens[screen];
    const answers = readScreen(screen, form, isCode);
    if (typeof answers['phone'] === 'string') answers['phone'] = readPhone(answers['phone']) ?? answers['phone'];
    return { ...content, [store]: withoutBlanks({ ...content[store], ...answers }) };
  }
  switch (screen) {
    case 'steps': {
      const steps = readPriorSteps(form, (code) => isCode('priorStepMeans', code));
      return {
        ...content,
        problem: withoutBlanks({ ...content.problem, priorSteps: steps.length > 0 ? steps : undefined }),
      };
    }
    case 'remedies': {
      const chosen = form['remedy'];
      const ticked = Array.isArray(chosen) ? chosen.filter(isRemedyCode) : [];
      const remedies = remedyCodes
        .filter((code) => ticked.includes(code))
        .map((code) => content.remedies.find((remedy) => remedy.code === code) ?? { code, values: {} });
      return { ...content, remedies };
    }
    case 'remedyDetails':
      return {
        ...content,
        remedies: readProposal({ ...form, remedy: content.remedies.map(({ code }) => code) }).remedies,
      };
    case 'terms':
      return { ...content, terms: textIn(form, 'terms') };
  }
}

/** Twice what all fields together may hold: a draft may be wrong, but not unbounded. */
const maxDraftLength = 200_000;

function partOf(screen: SavedScreen, content: DraftContent): unknown {
  if (isFormScreen(screen)) {
    const values: Record<string, unknown> = content[formScreens[screen].store];
    const names = fieldsOf(screen).map(({ name }) => name);
    return [...names, ...(screen === 'good' ? ['subcategory'] : [])].map((name) => values[name] ?? null);
  }
  switch (screen) {
    case 'steps':
      // Keys in a fixed order: a JSON column returns them in its own.
      return (content.problem.priorSteps ?? []).map(({ means, date, person, outcome }) => [
        means,
        date,
        person,
        outcome,
      ]);
    case 'remedies':
      return content.remedies.map(({ code }) => code);
    case 'remedyDetails':
      return content.remedies.map(({ code, values }) => [
        code,
        Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
      ]);
    case 'terms':
      return content.terms;
  }
}

function isProposalScreen(screen: SavedScreen): boolean {
  return screen === 'remedies' || screen === 'remedyDetails' || screen === 'terms';
}

function withoutBlanks<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
