import type { LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../layout/meta.ts';
import { loadTermsText } from './terms-text.server.ts';
import { TermsPage } from './TermsPage.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  return loadTermsText('confidentiality', args);
}

export default TermsPage;
