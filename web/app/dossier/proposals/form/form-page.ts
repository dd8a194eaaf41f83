import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadDossier, type DossierPage } from '../../load-dossier.ts';
import { presentFormTitle, presentProposalForm } from './present-form.server.ts';

/** What the page of a proposal's form shows. `editedId`: the proposal edited, or null for a new one. */
export async function loadProposalForm(page: DossierPage, args: LoaderFunctionArgs, editedId: string | null) {
  const { context, request } = args;
  const opened = await loadDossier(page, args);
  const asked = { editedId, draft: new URL(request.url).searchParams.get('brouillon') };
  const form = await context.services.dossier.proposalForm(opened, asked);
  return {
    title: presentFormTitle(context.reader, form),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentProposalForm(context.reader, form),
  };
}
