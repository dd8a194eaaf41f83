import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { presentText } from '../layout/terms.present.server.ts';
import { TermsSheet } from '../layout/TermsSheet.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  const document = presentText(context.reader, 'terms');
  return { title: document.title, document };
}

/** The text in force, for everyone to read. */
export default function Terms() {
  const { title, document } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      <TermsSheet document={document} bare />
    </Page>
  );
}
