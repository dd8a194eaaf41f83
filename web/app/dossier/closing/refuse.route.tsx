import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../../layout/meta.ts';
import { closingAction, loadClosing } from './closing.ts';
import { ClosingPage } from './ClosingPage.tsx';

export const meta = titleMeta;

/** « Refuser de négocier », before take-over only (F-083, A-07). */
export function loader(args: LoaderFunctionArgs) {
  return loadClosing('refuse', args);
}

export function action(args: ActionFunctionArgs) {
  return closingAction('refuse', args);
}

export default function Refuse() {
  return <ClosingPage way="refuse" />;
}
