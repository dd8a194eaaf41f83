import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dossierPaths } from '#contracts/dossier-paths.ts';
import { formId } from '#contracts/schemas/text.ts';
import { DossierFrame } from '../../dossier/DossierFrame.tsx';
import { loadFrame, openFrom } from '../../dossier/load.ts';
import type { DocumentsData } from '../../dossier/types.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Details } from '../../ui/Details.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { FileField } from '../../ui/TypedFields.tsx';
import { UserText } from '../../ui/UserText.tsx';

export const meta = titleMeta;

/** « Documents » (F-033, F-034, F-035, F-101). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { opened, frame } = await loadFrame(args);
  const documents = await context.services.dossier.documents(opened, context.language, context.t);
  return { title: frame.title, of: context.t('dossier:frame.documents'), frame, documents };
}

/** Several files at once; one that is refused costs none of the others. Without files, files a document received before. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await openFrom(args);
  const { dossier } = context.services;
  const home = dossierPaths.documents(opened.head.id);
  if (!request.headers.get('content-type')?.startsWith('multipart/')) {
    const form = await readForm(request, z.object({ documentId: formId }));
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await dossier.depositDocument(opened, form.key, form.value.documentId);
      return redirect(home, 303);
    });
  }
  return attempt({}, async () => {
    const { refused, accepted } = await dossier.addDocuments(opened, request);
    if (refused.length === 0 && accepted > 0) return redirect(home, 303);
    return data({ refused, accepted }, { status: 422 });
  });
}

export default function Documents() {
  const t = useT();
  const { frame, documents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'refused' in answer ? answer : null;
  if (documents.restricted) {
    return (
      <DossierFrame frame={frame} current="documents">
        <Notice kind="neutral" title={documents.restricted} />
      </DossierFrame>
    );
  }
  return (
    <DossierFrame frame={frame} current="documents">
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
      {documents.preparing ? <Notice title={documents.preparing} /> : null}
      {documents.official.length > 0 ? <h2>{t('dossier:documents.official')}</h2> : null}
      {documents.official.map((document) => (
        <DocumentCard key={document.id} document={document} certificate={document.certificate} />
      ))}
      <h2>{t('dossier:documents.filed')}</h2>
      <p>{t('dossier:documents.intro')}</p>
      {documents.filed.length === 0 ? (
        <Empty title={t(documents.canAdd ? 'dossier:documents.empty' : 'dossier:documents.emptyReadOnly')} />
      ) : null}
      {documents.filed.map((document) => (
        <DocumentCard key={document.id} document={document} certificate={null} />
      ))}
      {documents.pending.length > 0 ? <Pending pending={documents.pending} /> : null}
      {documents.canAdd ? <AddDocuments kinds={documents.kinds} /> : null}
      <FileSummary id={frame.id} />
    </DossierFrame>
  );
}

type Shown = DocumentsData['filed'][number];

function DocumentCard({ document, certificate }: { document: Shown; certificate: string | null }) {
  const t = useT();
  const { withdrawn } = document;
  return (
    <Card
      level={3}
      title={<UserText inline>{document.title}</UserText>}
      meta={
        <>
          {document.kind ? `${document.kind} · ` : null}
          <UserText inline>{document.by}</UserText>, {document.on} · {document.size}
        </>
      }
      actions={
        withdrawn ? null : (
          <>
            <LinkButton to={document.download} look="secondary" compact download>
              {t('dossier:documents.download')} <span className="qc-sr-only">{document.title}</span>
            </LinkButton>
            {document.withdraw ? (
              <a href={document.withdraw}>
                {t('dossier:documents.withdraw')} <span className="qc-sr-only">{document.title}</span>
              </a>
            ) : null}
          </>
        )
      }
    >
      {withdrawn ? (
        <p>
          <strong>{withdrawn.on}</strong>.{' '}
          <UserText inline>{t('dossier:documents.withdrawnReason', { reason: withdrawn.reason })}</UserText>
        </p>
      ) : null}
      {certificate ? <p>{certificate}</p> : null}
      <Details summary={t('dossier:documents.hash')}>
        <p className="pc-hash">{document.sha256}</p>
        <p>{t('dossier:documents.hashNote')}</p>
      </Details>
    </Card>
  );
}

function FileSummary({ id }: { id: string }) {
  const t = useT();
  return (
    <Card
      id="resume"
      title={t('dossier:documents.summaryTitle')}
      actions={
        <LinkButton to={dossierPaths.fileSummary(id)} look="secondary" download>
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

function AddDocuments({ kinds }: { kinds: DocumentsData['kinds'] }) {
  const t = useT();
  return (
    <Card id="ajouter" title={t('dossier:documents.add')}>
      <p>{t('dossier:documents.addNote')}</p>
      <Form encType="multipart/form-data" submit={t('dossier:documents.send')}>
        <Select
          name="kind"
          label={t('dossier:documents.kind')}
          optional
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <FileField name="files" label={t('dossier:documents.choose')} hint={t('dossier:documents.formats')} multiple />
      </Form>
    </Card>
  );
}
