import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { messageDraftForm } from '#contracts/schemas/message.ts';
import { isTooLongToSave, proposalForm, readProposal } from '#contracts/schemas/proposal.ts';
import { promisesHtml } from './proposals/promises-html.server.tsx';
import { presentPromises } from './proposals/present-version.server.ts';
import { loadDossier } from './load-dossier.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';

type Saved = { id: string; mark: string; sent: boolean; beside: 'sent' | 'changed' | null };

/**
 * Saves a message or a proposal as it is typed, for its author alone. Answers JSON: when it was saved, the row and the mark that the form continues
 * with, whether it is `beside` the form's first row, whether this very text is `sent`, and what a proposal promises as HTML; nothing saved, no
 * instant.
 */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { dossier } = context.services;
  try {
    const opened = await loadDossier(pages.dossier.autosave, args);
    const { values } = await readForm(request, z.looseObject({}));
    const answer = (saved: Saved | null) => {
      const { id, mark: base, sent, beside = null } = saved ?? {};
      return { savedAt: saved ? context.reader.time(context.now) : null, id, base, beside, sent };
    };
    if ('messageId' in values)
      return Response.json(answer(await dossier.saveDraftMessage(opened, parsed(messageDraftForm, values))));
    const content = readProposal(values);
    if (isTooLongToSave(content)) throw new AppError('form.too_large');
    const saved = await dossier.saveDraftProposal(opened, { form: parsed(proposalForm, values), content });
    const titles = await dossier.titlesIn(opened, content);
    const preview = promisesHtml(context, presentPromises(context.reader, content, titles));
    return Response.json({ ...answer(saved), preview });
  } catch (error) {
    return jsonRefusal(error, context.t);
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, values: Record<string, unknown>): z.output<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new AppError(
    result.error.issues.some(({ message }) => message === 'too_long') ? 'form.too_large' : 'form.invalid',
  );
}
