import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../../guards.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { proposalAction } from './action.ts';
import { loadProposalForm } from './form-page.ts';
import { ProposalPage } from './ProposalPage.tsx';

export const meta = titleMeta;

/** A new version of one's own proposal, until it is answered (F-095); the mediator's, until both accept one (F-116). */
export function loader(args: LoaderFunctionArgs) {
  const { params } = enter(pages.dossier.editProposal, args);
  return loadProposalForm(pages.dossier.editProposal, args, params.proposalId);
}

export function action(args: ActionFunctionArgs) {
  const { params } = enter(pages.dossier.editProposal, args);
  return proposalAction(pages.dossier.editProposal, args, params.proposalId);
}

export default ProposalPage;
