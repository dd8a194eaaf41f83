import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { dossierPaths } from '#contracts/dossier-paths.ts';
import { formatTime } from '#content/texts/format.ts';
import { proposalForm, readProposal } from '#contracts/schemas/proposal.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm, replyWith, type TextKey } from '../forms/read-form.ts';
import { openFrom } from './load.ts';

/** What the form of a proposal asks: send, preview, save, autosave, discard. `editedId`: the proposal edited, or null. */
export async function proposalAction(args: ActionFunctionArgs, editedId: string | null) {
  const { request, context } = args;
  const opened = await openFrom(args);
  const { dossier } = context.services;
  const home = dossierPaths.proposals(opened.head.id);
  const form = await readForm(request, proposalForm);
  if (form.intent === 'discard') {
    await dossier.discardProposal(opened);
    context.announce('proposals:form.discarded');
    return redirect(home, 303);
  }
  if (!form.ok) return form.reply;
  const { values, value, key } = form;
  if (editedId !== null && value.proposalId !== editedId)
    return replyWith(values, { refusal: { code: 'form.invalid', params: {} } });
  const content = readProposal(values);
  return attempt(values, async () => {
    if (form.intent === 'autosave' || form.intent === 'save') {
      await dossier.keepProposal(opened, value, content);
      if (form.intent === 'save') return redirect(home, 303);
      return data({ savedAt: formatTime(context.language, context.now) });
    }
    const problems = await dossier.problemsOf(opened, content, context.language, context.t);
    const warnings = problems.filter((problem) => !problem.blocking);
    if (form.intent === 'preview') {
      await dossier.keepProposal(opened, value, content);
      return data({ warnings, preview: true });
    }
    const errors: Record<string, TextKey> = {};
    for (const { blocking, field, key: text, params } of problems) {
      if (blocking) errors[field] ??= { key: text, params };
    }
    if (Object.keys(errors).length > 0) {
      await dossier.keepProposal(opened, value, content);
      return replyWith(values, { errors });
    }
    if ((await dossier.keepProposal(opened, value, content)) !== 'published') {
      if (editedId && (await dossier.isUnchanged(opened, editedId, content))) {
        return replyWith(values, { errors: { terms: { key: 'proposals:form.unchanged' } } });
      }
      await dossier.sendProposal(opened, key, value, content, editedId);
    }
    context.announce('proposals:form.done');
    return redirect(home, 303);
  });
}
