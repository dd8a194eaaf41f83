import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { formatTime } from '#content/texts/format.ts';
import { AppError } from '#contracts/errors.ts';
import { messageDraftForm } from '#contracts/schemas/message.ts';
import { proposalForm, readProposal } from '#contracts/schemas/proposal.ts';
import { openFrom } from './load.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';

/**
 * Keeps a message or a proposal as it is typed, for its author alone. Answers JSON: when it was kept, the row and the mark that the form
 * goes on with, whether it is `beside` the form's first row, whether this very text is `sent`; nothing kept, no instant.
 */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { dossier } = context.services;
  try {
    const opened = await openFrom(pages.dossier.autosave, args);
    const { values } = await readForm(request, z.looseObject({}));
    const kept = await ('messageId' in values
      ? dossier.keepMessage(opened, parsed(messageDraftForm, values))
      : keepProposal(values));
    const savedAt = kept ? formatTime(context.language, context.now) : null;
    return Response.json({ savedAt, id: kept?.id, base: kept?.mark, beside: kept?.beside ?? null, sent: kept?.sent });

    function keepProposal(typed: Record<string, unknown>) {
      const content = readProposal(typed);
      if (dossier.isBeyondKeeping(content)) throw new AppError('form.too_large');
      return dossier.keepProposal(opened, parsed(proposalForm, typed), content);
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
