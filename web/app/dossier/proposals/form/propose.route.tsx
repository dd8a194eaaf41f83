import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { proposalAction } from './action.ts';
import { loadProposalForm } from './form-page.ts';
import { ProposalPage } from './ProposalPage.tsx';

export const meta = titleMeta;

/** A first proposal or a counter-proposal (F-036, F-037, F-090, F-091, F-092, F-093, F-094); the mediator's (F-111, F-125, F-126, F-127, F-128, F-129). */
export function loader(args: LoaderFunctionArgs) {
  return loadProposalForm(pages.dossier.propose, args, null);
}

export function action(args: ActionFunctionArgs) {
  return proposalAction(pages.dossier.propose, args, null);
}

export default ProposalPage;
