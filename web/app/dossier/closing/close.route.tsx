import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../../layout/meta.ts';
import { closingAction, loadClosing } from './closing.ts';
import { ClosingPage } from './ClosingPage.tsx';

export const meta = titleMeta;

/** « Fermer le dossier », with a reason and a justification that the other side reads (F-104). */
export function loader(args: LoaderFunctionArgs) {
  return loadClosing('close', args);
}

export function action(args: ActionFunctionArgs) {
  return closingAction('close', args);
}

export default function Close() {
  return <ClosingPage way="close" />;
}
