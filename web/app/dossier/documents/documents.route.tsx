import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { formId } from '#contracts/schemas/text.ts';
import { DocumentCard, OfficialDocuments } from './DocumentCard.tsx';
import { DossierShell } from '../shell/DossierShell.tsx';
import { loadWithShell, loadDossier } from '../load-dossier.ts';
import type { DocumentsData } from '../types.ts';
import { presentDocuments } from './present.server.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { UploadForm } from '../../forms/upload/UploadForm.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { withScripts } from '../../scripts.ts';
import { useRoot } from '../../root-data.ts';
import { useT } from '../../texts.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { FileField } from '../../ui/form/TypedFields.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;
export const handle = withScripts;

/** « Documents » (F-033, F-034, F-035, F-101). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { opened, shell } = await loadWithShell(pages.dossier.documents, args);
  const documents = presentDocuments(context.reader, await context.services.dossier.documents(opened));
  return { title: shell.title, of: context.t('dossier:shell.documents'), number: shell.number, shell, documents };
}

/** Several files at once; a refused file does not affect the others. Without files, files a document received before. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.documents, args);
  const { dossier } = context.services;
  const home = href(pages.dossier.documents, { dossierId: opened.summaryRow.id });
  if (!request.headers.get('content-type')?.startsWith('multipart/')) {
    const form = await readForm(request, z.object({ documentId: formId }));
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await dossier.depositDocument(opened, { key: form.key, documentId: form.value.documentId });
      return redirect(home, 303);
    });
  }
  return attempt({}, async () => {
    const { refused, accepted } = await dossier.addDocuments(opened, request);
    if (refused.length === 0 && accepted.length > 0) return redirect(home, 303);
    return data({ refused, accepted: accepted.length }, { status: 422 });
  });
}

export default function Documents() {
  const t = useT();
  const { shell, documents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'refused' in answer ? answer : null;
  if (documents.restricted) {
    return (
      <DossierShell shell={shell} current="documents">
        <Notice kind="neutral" title={documents.restricted} />
        <OfficialDocuments documents={documents} />
      </DossierShell>
    );
  }
  return (
    <DossierShell shell={shell} current="documents">
      {refused ? (
        <Notice kind="error" live title={t('dossier:documents.sent', { count: refused.accepted })}>
          <ul>
            {refused.refused.map((file) => (
              <li key={file.name}>
                <UserText inline>{file.name}</UserText>. {t(`errors:${file.code}`)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <OfficialDocuments documents={documents} />
      <h2>{t('dossier:documents.filed')}</h2>
      <p>{t('dossier:documents.intro')}</p>
      {documents.filed.length === 0 ? (
        <Empty title={t(documents.canAdd ? 'dossier:documents.empty' : 'dossier:documents.emptyReadOnly')} />
      ) : null}
      {documents.filed.map((document) => (
        <DocumentCard key={document.id} document={document} certificate={null} />
      ))}
      {documents.pending.length > 0 ? <Pending pending={documents.pending} /> : null}
      {documents.canAdd ? <AddDocuments id={shell.id} note={documents.addNote} kinds={documents.kinds} /> : null}
      <FileSummary id={shell.id} />
    </DossierShell>
  );
}

/** Not for the Office, which takes nothing away whole of what it reads by exception (ADR 37). */
function FileSummary({ id }: { id: string }) {
  const t = useT();
  if (useRoot()?.user?.kind === 'officer') return null;
  return (
    <Card
      id="resume"
      title={t('dossier:documents.summaryTitle')}
      actions={
        <LinkButton to={href(pages.dossier.fileSummary, { dossierId: id })} look="secondary" download>
          {t('dossier:documents.summaryDownload')}
        </LinkButton>
      }
    >
      <p>{t('dossier:documents.summaryNote')}</p>
    </Card>
  );
}

function Pending({ pending }: { pending: DocumentsData['pending'] }) {
  const t = useT();
  return (
    <Card title={t('dossier:documents.pending')}>
      <p>{t('dossier:documents.pendingNote')}</p>
      {pending.map((document) => (
        <Form key={document.id} name={`d-${document.id}`}>
          <p>
            <UserText inline>{document.title}</UserText>, {document.size}
          </p>
          <input type="hidden" name="documentId" value={document.id} />
          <Button look="secondary" compact>
            {t('dossier:documents.retry')}
          </Button>
        </Form>
      ))}
    </Card>
  );
}

function AddDocuments({ id, note, kinds }: { id: string; note: string; kinds: DocumentsData['kinds'] }) {
  const t = useT();
  return (
    <Card id="ajouter" title={t('dossier:documents.add')}>
      <p>{note}</p>
      <UploadForm address={href(pages.dossier.upload, { dossierId: id })} submit={t('dossier:documents.send')}>
        <Select
          name="kind"
          label={t('dossier:documents.kind')}
          optional
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <FileField name="files" label={t('dossier:documents.choose')} hint={t('dossier:documents.formats')} multiple />
      </UploadForm>
    </Card>
  );
}
