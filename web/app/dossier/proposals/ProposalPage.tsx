import type { ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/UserText.tsx';

type Props = {
  title: string;
  id: string;
  number: string;
  mode: 'new' | 'counter' | 'edit';
  other: string;
  children: ReactNode;
};

/** Around the form of a proposal: where we are, who will read it, what follows. */
export function ProposalPage({ title, id, number, mode, other, children }: Props) {
  const t = useT();
  return (
    <Page
      title={title}
      width="full"
      crumbs={[
        { label: t('dossier:list.title'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:frame.proposals'), to: href(pages.dossier.proposals, { dossierId: id }) },
        { label: title },
      ]}
    >
      <p>
        <UserText inline>{t('proposals:form.intro', { other })}</UserText>
      </p>
      {mode === 'new' ? null : (
        <p>
          <UserText inline>
            {t(mode === 'counter' ? 'proposals:form.introCounter' : 'proposals:form.introEdit', { other })}
          </UserText>
        </p>
      )}
      {children}
    </Page>
  );
}
