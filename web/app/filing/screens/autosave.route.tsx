import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { screenOfSlug, stepOfScreen } from '#contracts/schemas/filing-screens.ts';
import { enter } from '../../guards.ts';
import { jsonRefusal } from '../../forms/json-refusal.ts';
import { readForm } from '../../forms/read-form.ts';
import { promisesHtml } from '../../dossier/proposals/promises-html.server.tsx';
import { presentFilingPreview } from '../agreement-preview.present.server.ts';

/**
 * Saves what a form holds, as it is typed (B-03). Answers JSON: when it was saved, the new mark, what the proposal promises as HTML; 409 after someone else's
 * change.
 */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.autosave, args);
  const { filing } = context.services;
  const { screen, dossierId } = params;
  try {
    const form = await readForm(request, z.looseObject({}));
    const typed = form.values['base'];
    const seenBase = typeof typed === 'string' && typed !== '' ? typed : null;
    if (screen === 'documents') {
      const draft = await filing.load(user, dossierId);
      const { outcome, base } = await filing.describeDocuments({ draft, form: form.values, base: seenBase });
      if (outcome === 'conflict') return Response.json({ code: 'conflict' }, { status: 409 });
      if (outcome === 'tooLong') throw new AppError('form.too_large');
      return Response.json({ savedAt: context.reader.time(context.now), base });
    }
    const code = screenOfSlug(screen);
    if (!code || !filing.isSavedScreen(code)) throw new AppError('access.not_found');
    const draft = await filing.loadWritable(user, dossierId);
    const saving = await filing.save({ draft, screen: code, form: form.values, base: seenBase });
    if (saving.outcome === 'conflict') return Response.json({ code: 'conflict' }, { status: 409 });
    const savedAt = context.reader.time(saving.savedAt ?? context.now);
    const answer = { savedAt, base: saving.base };
    if (stepOfScreen[code] !== 'proposal') return Response.json(answer);
    const facts = filing.facts(await filing.loadWritable(user, dossierId));
    return Response.json({ ...answer, preview: promisesHtml(context, presentFilingPreview(context.reader, facts)) });
  } catch (error) {
    return jsonRefusal(error, context.t);
  }
}
