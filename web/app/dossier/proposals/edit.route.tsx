import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { loadDossier } from '../load.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { proposalAction } from './action.ts';
import { presentFormTitle, presentProposalForm } from './present-form.server.ts';
import { ProposalPage } from './ProposalPage.tsx';
import { titleMeta } from '../../layout/meta.ts';

export const meta = titleMeta;

/** A new version of one's own proposal, until it is answered (F-095). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.dossier.editProposal, args);
  const opened = await loadDossier(pages.dossier.editProposal, args);
  const asked = { editedId: params.proposalId, draft: new URL(args.request.url).searchParams.get('brouillon') };
  const page = presentProposalForm(context.reader, await context.services.dossier.proposalForm(opened, asked));
  const title = presentFormTitle(context.reader, page.mode);
  return { title, id: opened.head.id, number: opened.head.number, page };
}

export async function action(args: ActionFunctionArgs) {
  return proposalAction(pages.dossier.editProposal, args, enter(pages.dossier.editProposal, args).params.proposalId);
}

export default function EditProposal() {
  const { title, id, number, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const warnings = answer && 'warnings' in answer ? answer.warnings : [];
  return (
    <ProposalPage title={title} id={id} number={number} mode={page.mode} other={page.other}>
      <ProposalForm id={id} page={page} back={href(pages.dossier.proposals, { dossierId: id })} warnings={warnings} />
    </ProposalPage>
  );
}
