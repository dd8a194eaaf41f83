import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { Page } from '../../../layout/Page.tsx';
import { useT } from '../../../texts.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import type { proposalAction } from './action.ts';
import type { loadProposalForm } from './form-page.ts';
import { ProposalForm } from './ProposalForm.tsx';

/** The form of a proposal, new, in answer to another, or edited: where we are, who will read it, what follows. */
export function ProposalPage() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loadProposalForm>();
  const answer = useActionData<typeof proposalAction>();
  const warnings = answer && 'warnings' in answer ? answer.warnings : [];
  const back = href(pages.dossier.proposals, { dossierId: id });
  return (
    <Page
      title={title}
      width="full"
      crumbs={[
        { label: t('dossier:list.title'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:shell.proposals'), to: back },
        { label: title },
      ]}
    >
      {page.intro.map((line) => (
        <p key={line}>
          <UserText inline>{line}</UserText>
        </p>
      ))}
      <ProposalForm id={id} page={page} back={back} warnings={warnings} />
    </Page>
  );
}
