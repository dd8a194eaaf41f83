import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isTooLongToSave, proposalForm, readProposal } from '#contracts/schemas/proposal.ts';
import { attempt } from '../../../forms/attempt.ts';
import { readForm, replyWith, type TextKey } from '../../../forms/read-form.ts';
import { loadDossier, type DossierPage } from '../../load-dossier.ts';
import { presentProposalProblem } from './present-form.server.ts';

/** What the form of a proposal asks: send, preview, save, discard. `editedId`: the proposal edited, or null. */
export async function proposalAction(page: DossierPage, args: ActionFunctionArgs, editedId: string | null) {
  const { request, context } = args;
  const opened = await loadDossier(page, args);
  const { dossier } = context.services;
  const home = href(pages.dossier.proposals, { dossierId: opened.summaryRow.id });
  const form = await readForm(request, proposalForm);
  if (!form.ok) return form.reply;
  const { values, value, key } = form;
  if (editedId !== null && value.proposalId !== editedId)
    return replyWith(values, { refusal: { code: 'form.invalid', params: {} } });
  const content = readProposal(values);
  if (form.intent === 'discard') {
    // When this is refused, the page shows the draft as it is, not what was to be discarded.
    return attempt({ form_name: values['form_name'] }, async () => {
      await dossier.discardDraftProposal(opened, value);
      context.announce('proposals:form.discarded');
      return redirect(home, 303);
    });
  }
  return attempt(values, async () => {
    if (isTooLongToSave(content)) {
      return replyWith(values, { errors: { terms: { key: 'checks:proposal.terms.too_long' } } });
    }
    const saved = await dossier.saveDraftProposal(opened, { form: value, content });
    // This text was already sent or answered: the same form came twice.
    if (saved?.sent) return sent();
    if (saved?.beside) throw new AppError(`draft.${saved.beside}`);
    if (form.intent === 'save') return redirect(home, 303);
    const found = await dossier.proposalProblems(opened, content);
    const problems = found.map((problem) => presentProposalProblem(context.reader, problem));
    const warnings = problems.filter((problem) => !problem.blocking);
    if (form.intent === 'preview') return data({ warnings, preview: true });
    const errors: Record<string, TextKey> = {};
    for (const { blocking, field, key: text, params } of problems) {
      if (blocking) errors[field] ??= { key: text, params };
    }
    if (Object.keys(errors).length > 0) return replyWith(values, { errors });
    if (editedId && (await dossier.isUnchanged(opened, { editedId, content }))) {
      return replyWith(values, { errors: { terms: { key: 'proposals:form.unchanged' } } });
    }
    // What was just saved is what this page has seen.
    const seen = saved ? { ...value, base: saved.mark } : value;
    await dossier.sendProposal(opened, { key, form: seen, content, editedId });
    return sent();
  });

  function sent() {
    context.announce(opened.readerRole === 'mediator' ? 'proposals:form.doneMediator' : 'proposals:form.done');
    return redirect(home, 303);
  }
}
