import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { formatTime } from '#content/texts/format.ts';
import { AppError } from '#contracts/errors.ts';
import { screenOfSlug } from '#contracts/schemas/intake-screens.ts';
import { enter } from '../guards.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';

/** Saves what a form holds, as it is typed (B-03). Answers JSON: when it was saved, the new mark, the sheet; 409 after someone else's change. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.autosave, args);
  const { intake } = context.services;
  const { screen, dossierId } = params;
  try {
    const form = await readForm(request, z.looseObject({}));
    const typed = form.values['base'];
    const given = typeof typed === 'string' && typed !== '' ? typed : null;
    if (screen === 'documents') {
      const draft = await intake.draft(user, dossierId);
      const { outcome, base } = await intake.describeDocuments(draft, form.values, given);
      if (outcome === 'conflict') return Response.json({ code: 'conflict' }, { status: 409 });
      if (outcome === 'tooLong') throw new AppError('form.too_large');
      return Response.json({ savedAt: formatTime(context.language, context.now), base, sheet: null });
    }
    const code = screenOfSlug(screen);
    if (!code || !intake.isSavedScreen(code)) throw new AppError('access.not_found');
    const draft = await intake.writableDraft(user, dossierId);
    const saving = await intake.save(draft, code, form.values, given);
    if (saving.outcome === 'conflict') return Response.json({ code: 'conflict' }, { status: 409 });
    const sheet = intake.present(await intake.writableDraft(user, dossierId), context.language, context.t).sheet;
    const savedAt = formatTime(context.language, saving.savedAt ?? context.now);
    return Response.json({ savedAt, base: saving.base, sheet });
  } catch (error) {
    return jsonRefusal(error);
  }
}
