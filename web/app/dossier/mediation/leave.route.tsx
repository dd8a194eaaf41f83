import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../../layout/meta.ts';
import { closingAction, loadClosing } from '../closing/closing.ts';
import { ClosingPage } from '../closing/ClosingPage.tsx';

export const meta = titleMeta;

/** « Me retirer de la médiation », with a reason and a justification that the other side and the mediator read. */
export function loader(args: LoaderFunctionArgs) {
  return loadClosing('leave', args);
}

export function action(args: ActionFunctionArgs) {
  return closingAction('leave', args);
}

export default function Leave() {
  return <ClosingPage way="leave" />;
}
