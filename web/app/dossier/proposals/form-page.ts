import type { LoaderFunctionArgs } from '@remix-run/node';
import { openFrom, type DossierPage } from '../load.ts';

const titles = {
  new: 'proposals:form.titleNew',
  counter: 'proposals:form.titleCounter',
  edit: 'proposals:form.titleEdit',
};

/** What the page of a proposal's form shows. `editedId`: the proposal edited, or null for a new one. */
export async function loadProposalForm(page: DossierPage, args: LoaderFunctionArgs, editedId: string | null) {
  const { context, request } = args;
  const opened = await openFrom(page, args);
  const asked = { editedId, draft: new URL(request.url).searchParams.get('brouillon') };
  const form = await context.services.dossier.proposalForm(opened, asked, context.language, context.t);
  return { title: context.t(titles[form.mode]), id: opened.head.id, number: opened.head.number, page: form };
}
