import type { LoaderFunctionArgs } from '@remix-run/node';

/** A text that people accept, as it is in force. */
export function loadTermsText(kind: 'terms' | 'confidentiality', { context }: LoaderFunctionArgs) {
  const document = context.services.accounts.document(kind, context.language);
  return { title: document.title, document };
}
