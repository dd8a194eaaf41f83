import type { LoaderFunctionArgs } from '@remix-run/node';
import { presentText } from '../layout/terms.present.server.ts';

/** A text that people accept, as it is in force. */
export function loadTermsText(kind: 'terms' | 'confidentiality', { context }: LoaderFunctionArgs) {
  const document = presentText(context.reader, kind);
  return { title: document.title, document };
}
