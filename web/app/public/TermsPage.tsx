import { useLoaderData } from '@remix-run/react';
import { Page } from '../layout/Page.tsx';
import { TermsSheet } from '../layout/TermsSheet.tsx';
import type { loadTermsText } from './terms-text.server.ts';

/** A text in force, for everyone to read. */
export function TermsPage() {
  const { title, document } = useLoaderData<typeof loadTermsText>();
  return (
    <Page title={title}>
      <TermsSheet document={document} bare />
    </Page>
  );
}
