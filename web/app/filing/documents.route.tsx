import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { httpStatusOf } from '#contracts/errors.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { UploadForm } from '../forms/upload/UploadForm.tsx';
import { maxTitleLength } from '#contracts/schemas/filing-screens.ts';
import { readForm, replyWith } from '../forms/read-form.ts';
import { leaveTyped } from '../forms/sent-form.ts';
import { SavedForm } from './SavedForm.tsx';
import { screenAddress } from './screens/screen-address.ts';
import { presentDraft } from './draft.present.server.ts';
import { DraftBanner } from './DraftBanner.tsx';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { withScripts } from '../scripts.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { Card } from '../ui/layout/Card.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { FileField } from '../ui/form/TypedFields.tsx';

export const meta = titleMeta;
export const handle = withScripts;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.documents, args);
  const { filing } = context.services;
  const draft = await filing.load(user, params.dossierId);
  return {
    title: context.t('filing:screens.documents.title'),
    number: draft.opened.summaryRow.number,
    view: presentDraft(context.reader, filing.facts(draft)),
    base: filing.baseOfDocuments(draft),
    accept: filing.acceptedFiles,
    forDamages: forDamages(request),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.documents, args);
  const { filing } = context.services;
  const dossierId = params.dossierId;
  const here = href(pages.filing.documents, { dossierId });
  const damages = screenAddress(dossierId, 'remedyDetails');
  const draft = await filing.load(user, dossierId);
  if (/^multipart\/form-data/i.test(request.headers.get('content-type') ?? '')) {
    return attempt({ form_name: 'upload' }, async () => {
      const { accepted, refused } = await filing.addDocuments(draft, request);
      if (accepted.length > 0 && refused.length === 0)
        return redirect(forDamages(request) ? withQuery(damages, { piece: accepted[0]?.id }) : here, 303);
      const missing = accepted.length === 0 && refused.length === 0;
      const list = missing ? [{ name: '', code: 'file.missing' as const }] : refused;
      return data(
        { upload: { accepted: accepted.length, refused: list } },
        { status: httpStatusOf(list[0]?.code ?? 'file.missing') },
      );
    });
  }
  const form = await readForm(request, z.looseObject({}));
  return attempt(form.values, async () => {
    if (form.intent.startsWith('remove:')) {
      await filing.removeDocument(draft, form.intent.slice('remove:'.length));
      leaveTyped(request);
      context.announce('filing:documents.removed');
      return redirect(here, 303);
    }
    const base = form.values['base'];
    const { outcome, tooLong } = await filing.describeDocuments({
      draft,
      form: form.values,
      base: typeof base === 'string' ? base : null,
    });
    if (outcome === 'conflict')
      return replyWith(form.values, { errors: { conflict: { key: 'filing:conflict' } }, status: 409 });
    if (outcome === 'tooLong') {
      const problem = { key: 'forms:tooLong', params: { max: maxTitleLength } };
      return replyWith(form.values, { errors: Object.fromEntries(tooLong.map((id) => [`title-${id}`, problem])) });
    }
    return redirect(href(draft.writable ? pages.filing.review : pages.filing.tasks, { dossierId }), 303);
  });
}

/** Asked from the damages (F-064): the person goes back there, with what they deposited. */
const forDamages = (request: Request): boolean => new URL(request.url).searchParams.get('retour') === 'details';

type Upload = { accepted: number; refused: { name: string; code: string }[] };

export default function Documents() {
  const t = useT();
  const { view, base, accept, forDamages } = useLoaderData<typeof loader>();
  const answer = useActionData<{ upload?: Upload }>();
  const upload = answer?.upload;
  const root = href(pages.filing.tasks, { dossierId: view.id });
  const kinds = view.lists.documentKinds.map(({ code, label }) => ({ value: code, label }));
  const values = Object.fromEntries(
    view.documents.flatMap(({ id, title, kind }) => [
      [`title-${id}`, title],
      [`kind-${id}`, kind],
    ]),
  );
  const onAdded = ([piece]: string[]) =>
    window.location.assign(withQuery(screenAddress(view.id, 'remedyDetails'), { piece }));
  const labels = Object.fromEntries(view.documents.map(({ id }) => [`title-${id}`, t('filing:documents.title')]));
  return (
    <Page
      title={t('filing:screens.documents.title')}
      subhead={t('filing:step', { number: 4, step: t('checks:steps.documents') })}
      crumbs={[
        { label: t('filing:list'), to: href(pages.dossier.list) },
        { label: view.number, to: root },
        { label: t('checks:steps.documents') },
      ]}
    >
      <DraftBanner
        expired={view.expired}
        representedBy={view.representedBy}
        actsForConsumer={view.actsForConsumer}
        consumerName={view.consumer.name}
      />
      {view.canAddDocuments ? <p>{t('filing:screens.documents.intro')}</p> : null}
      {forDamages ? (
        <Notice kind="information" title={t('filing:documents.forDamages')}>
          <a href={screenAddress(view.id, 'remedyDetails')}>{t('filing:documents.backToDamages')}</a>
        </Notice>
      ) : null}
      {upload && upload.accepted > 0 ? (
        <Notice kind="success" title={t('upload:accepted', { count: upload.accepted })} live />
      ) : null}
      {upload && upload.refused.length > 0 ? (
        <Notice kind="error" title={t('upload:refusedTitle', { count: upload.refused.length })} live>
          <ul>
            {upload.refused.map(({ name, code }, position) => (
              <li key={position}>{t(`upload:refused.${code}`, { name })}</li>
            ))}
          </ul>
          {upload.accepted > 0 ? <p>{t('upload:othersSaved')}</p> : null}
        </Notice>
      ) : null}
      {view.canAddDocuments ? (
        <UploadForm
          name="upload"
          address={href(pages.filing.upload, { dossierId: view.id })}
          {...(forDamages ? { onAdded } : {})}
        >
          <FileField name="files" label={t('upload:label')} hint={t('upload:hint')} accept={accept} multiple />
          <FileField
            name="photo"
            label={t('upload:camera')}
            hint={t('upload:hintHeic')}
            accept="image/*"
            capture="environment"
            optional
          />
          <ButtonGroup>
            <Button look={view.documents.length > 0 ? 'secondary' : 'primary'}>{t('upload:send')}</Button>
          </ButtonGroup>
        </UploadForm>
      ) : null}
      {view.documents.length === 0 ? (
        <Empty title={t('filing:documents.none')}>
          <p>{t('filing:documents.noneText')}</p>
        </Empty>
      ) : (
        <>
          <h2>{t('filing:documents.yours', { count: view.documents.length })}</h2>
          <SavedForm
            dossierId={view.id}
            screen="documents"
            savedAt={view.savedAt}
            base={base}
            values={values}
            labels={labels}
          >
            {view.documents.map((document) => (
              <Card
                key={document.id}
                level={3}
                title={document.fileName}
                meta={document.size}
                actions={
                  <>
                    {document.download ? (
                      <LinkButton to={document.download} look="secondary" compact download>
                        {t('filing:documents.open')}
                      </LinkButton>
                    ) : null}
                    {document.canChange ? (
                      <Button look="secondary" compact name="intent" value={`remove:${document.id}`}>
                        {t('filing:documents.remove')}
                      </Button>
                    ) : null}
                  </>
                }
              >
                {document.scan ? <p>{document.scan}</p> : null}
                {document.canChange ? (
                  <>
                    <TextField name={`title-${document.id}`} label={t('filing:documents.title')} />
                    <Select
                      name={`kind-${document.id}`}
                      label={t('filing:documents.kind')}
                      options={kinds}
                      prompt={false}
                    />
                  </>
                ) : (
                  <p>{document.kindLabel}</p>
                )}
              </Card>
            ))}
            {view.documents.some(({ canChange }) => canChange) ? (
              <ButtonGroup>
                <Button>{t('filing:documents.save')}</Button>
              </ButtonGroup>
            ) : null}
          </SavedForm>
        </>
      )}
      {view.documents.length === 0 && view.writable ? (
        <p>
          <a href={href(pages.filing.review, { dossierId: view.id })}>{t('filing:tasks.review')}</a>
        </p>
      ) : null}
      <p>
        <a href={root}>{t('filing:tasks.label')}</a>
      </p>
    </Page>
  );
}
