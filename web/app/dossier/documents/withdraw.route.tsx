import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { documentWithdrawalForm } from '#contracts/schemas/closing.ts';
import { enter } from '../../guards.ts';
import { loadDossier } from '../load-dossier.ts';
import { presentDocument } from './present.server.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;

/** Withdrawal of a document, which leaves a mark with its reason. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.dossier.withdrawDocument, args);
  const opened = await loadDossier(pages.dossier.withdrawDocument, args);
  const document = await context.services.dossier.withdrawableDocument(opened, params.documentId);
  return {
    title: context.t('dossier:documents.withdrawTitle'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    document: presentDocument(context.reader, document),
    justificationId: context.newKey(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { params } = enter(pages.dossier.withdrawDocument, args);
  const opened = await loadDossier(pages.dossier.withdrawDocument, args);
  const form = await readForm(request, documentWithdrawalForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { key, value } = form;
    await context.services.dossier.withdrawDocument(opened, { key, documentId: params.documentId, form: value });
    context.announce('dossier:documents.withdrawnDone');
    return redirect(href(pages.dossier.documents, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function WithdrawDocument() {
  const t = useT();
  const { title, id, number, document, justificationId } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('dossier:list.title'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:shell.documents'), to: href(pages.dossier.documents, { dossierId: id }) },
        { label: title },
      ]}
    >
      <p className="pc-lead">
        <UserText inline>{document.title}</UserText>
      </p>
      <p>{t('dossier:documents.withdrawIntro')}</p>
      <Form
        labels={{ justification: t('dossier:documents.withdrawReason') }}
        values={{ justificationId }}
        submit={t('dossier:documents.withdrawButton')}
        beside={<a href={href(pages.dossier.documents, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
      >
        <RowField name="justificationId" value={justificationId} />
        <RowField name="base" value="" />
        <TextArea
          name="justification"
          label={t('dossier:documents.withdrawReason')}
          hint={t('dossier:documents.withdrawHint')}
        />
      </Form>
    </Page>
  );
}
