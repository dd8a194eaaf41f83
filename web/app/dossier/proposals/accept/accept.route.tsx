import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { acceptanceForm } from '#contracts/schemas/proposal.ts';
import { enter } from '../../../guards.ts';
import { AgreementPreview } from '../AgreementPreview.tsx';
import { Clauses } from '../Clauses.tsx';
import { Difference } from '../compare/Difference.tsx';
import { presentAcceptance } from './present-acceptance.server.ts';
import { presentDifference } from '../compare/present-comparison.server.ts';
import { loadDossier } from '../../load-dossier.ts';
import { attempt } from '../../../forms/attempt.ts';
import { readForm } from '../../../forms/read-form.ts';
import { Page } from '../../../layout/Page.tsx';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { Checkbox } from '../../../ui/form/Choice.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { Details } from '../../../ui/layout/Details.tsx';
import { Sheet } from '../../../ui/layout/Sheet.tsx';
import { Notice } from '../../../ui/messages/Notice.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import { HelpLinks } from '../../../layout/HelpLinks.tsx';

export const meta = titleMeta;

/**
 * Acceptance, on a page of its own with the agreement to read and an explicit « j'ai lu » (D-01, F-099, A-13, A-14).
 * It says what follows: the document, the closing, 90 days of messages, performance afterwards (F-100, F-102, F-118);
 * and that in mediation both accept the same version, or there is no agreement (F-117).
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.dossier.acceptProposal, args);
  const opened = await loadDossier(pages.dossier.acceptProposal, args);
  const acceptance = await context.services.dossier.acceptance(opened, params.proposalId);
  return {
    title: context.t('proposals:acceptPage.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentAcceptance(context.reader, acceptance),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { params } = enter(pages.dossier.acceptProposal, args);
  const opened = await loadDossier(pages.dossier.acceptProposal, args);
  const { dossier } = context.services;
  const form = await readForm(request, acceptanceForm);
  if (!form.ok) return form.reply;
  const asked = { proposalId: params.proposalId, version: form.value.version };
  return attempt(form.values, async () => {
    try {
      const ledTo = await dossier.accept(opened, { key: form.key, ip: context.ip, ...asked });
      context.announce(`proposals:acceptPage.done.${ledTo}`);
    } catch (error) {
      const now = await loadDossier(pages.dossier.acceptProposal, args);
      const changed = await dossier.changedSince(now, { error, ...asked });
      if (!changed) throw error;
      return data({ changed: presentDifference(context.reader, changed) }, { status: 409 });
    }
    return redirect(href(pages.dossier.documents, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function AcceptProposal() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const changed = answer && 'changed' in answer ? answer.changed : null;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('dossier:list.title'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:shell.proposals'), to: href(pages.dossier.proposals, { dossierId: id }) },
        { label: title },
      ]}
    >
      {changed ? (
        <>
          <Notice kind="warning" live title={t('proposals:acceptPage.staleTitle')}>
            <p>
              <UserText inline>{t('proposals:acceptPage.stale', { author: page.proposedBy })}</UserText>
            </p>
          </Notice>
          <Difference difference={changed} />
        </>
      ) : null}
      <p className="pc-lead">
        <UserText inline>
          {t(page.mediation ? 'proposals:acceptPage.introMediation' : 'proposals:acceptPage.intro', {
            other: page.other,
          })}
        </UserText>
      </p>
      {page.mediation ? <p>{t('proposals:acceptPage.untilBoth')}</p> : null}
      {page.left ? <p>{t(`proposals:acceptPage.left.${page.left}`)}</p> : null}
      <AgreementPreview preview={page.preview} />
      {page.documentText ? (
        <>
          <p>{t(`proposals:acceptPage.documentIn.${page.documentText.language}`)}</p>
          <Details summary={t('proposals:acceptPage.readDocument')}>
            <div lang={page.documentText.language}>
              <Sheet title={page.documentText.title}>
                <Clauses blocks={page.documentText.blocks} />
              </Sheet>
            </div>
          </Details>
        </>
      ) : null}
      <h2>{t(page.mediation ? 'proposals:acceptPage.follows.titleBoth' : 'proposals:acceptPage.follows.title')}</h2>
      <ul>
        {(['document', 'closed', 'messages', 'performance', 'binding'] as const).map((line) => (
          <li key={line}>{t(`proposals:acceptPage.follows.${line}`, { days: page.days })}</li>
        ))}
      </ul>
      <HelpLinks to={['agreement']} />
      <Form
        submit={t('proposals:acceptPage.button')}
        beside={<a href={href(pages.dossier.proposals, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        labels={{ read: t('proposals:acceptPage.read') }}
      >
        <input type="hidden" name="version" value={page.version} />
        <Checkbox key={page.version} name="read" label={t('proposals:acceptPage.read')} />
      </Form>
      {page.counter ? (
        <p>
          <a href={page.counter}>{t('proposals:acceptPage.otherWay')}</a>
        </p>
      ) : null}
    </Page>
  );
}
