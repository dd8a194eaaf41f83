import type { ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';

/** The page of an act that deserves its own: what is being done, who learns of it, what follows. */
export function ActPage({
  title,
  id,
  number,
  children,
}: {
  title: string;
  id: string;
  number: string;
  children: ReactNode;
}) {
  const t = useT();
  const crumbs = [
    { label: t('dossier:list.title'), to: href(pages.dossier.list) },
    { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
    { label: title },
  ];
  return (
    <Page title={title} crumbs={crumbs}>
      {children}
    </Page>
  );
}
