import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { messageDraftForm } from '#contracts/schemas/message.ts';
import { isTooLongToSave, proposalForm, readProposal } from '#contracts/schemas/proposal.ts';
import { loadDossier } from './load-dossier.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';

/**
 * Saves a message or a proposal as it is typed, for its author alone. Answers JSON: when it was saved, the row and the mark that the form continues
 * with, whether it is `beside` the form's first row, whether this very text is `sent`; nothing saved, no instant.
 */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { dossier } = context.services;
  try {
    const opened = await loadDossier(pages.dossier.autosave, args);
    const { values } = await readForm(request, z.looseObject({}));
    const saved = await ('messageId' in values
      ? dossier.saveDraftMessage(opened, parsed(messageDraftForm, values))
      : saveDraftProposal(values));
    const savedAt = saved ? context.reader.time(context.now) : null;
    const { id, mark: base, sent, beside = null } = saved ?? {};
    return Response.json({ savedAt, id, base, beside, sent });

    function saveDraftProposal(typed: Record<string, unknown>) {
      const content = readProposal(typed);
      if (isTooLongToSave(content)) throw new AppError('form.too_large');
      return dossier.saveDraftProposal(opened, { form: parsed(proposalForm, typed), content });
    }
  } catch (error) {
    return jsonRefusal(error);
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, values: Record<string, unknown>): z.output<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new AppError(
    result.error.issues.some(({ message }) => message === 'too_long') ? 'form.too_large' : 'form.invalid',
  );
}
