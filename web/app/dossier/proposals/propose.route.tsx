import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { loadDossier } from '../load.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { proposalAction } from './action.ts';
import { presentFormTitle, presentProposalForm } from './present-form.server.ts';
import { ProposalPage } from './ProposalPage.tsx';
import { titleMeta } from '../../layout/meta.ts';

export const meta = titleMeta;

/** A first proposal or a counter-proposal (F-036, F-037, F-090, F-091, F-092, F-093, F-094). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.propose, args);
  const asked = { editedId: null, draft: new URL(args.request.url).searchParams.get('brouillon') };
  const page = presentProposalForm(context.reader, await context.services.dossier.proposalForm(opened, asked));
  const title = presentFormTitle(context.reader, page.mode);
  return { title, id: opened.head.id, number: opened.head.number, page };
}

export async function action(args: ActionFunctionArgs) {
  return proposalAction(pages.dossier.propose, args, null);
}

export default function Propose() {
  const { title, id, number, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const warnings = answer && 'warnings' in answer ? answer.warnings : [];
  return (
    <ProposalPage title={title} id={id} number={number} mode={page.mode} other={page.other}>
      <ProposalForm id={id} page={page} back={href(pages.dossier.proposals, { dossierId: id })} warnings={warnings} />
    </ProposalPage>
  );
}
