import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatNumber } from '#content/texts/format.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { confirmForm, maxJustificationLength } from '#contracts/schemas/closing.ts';
import { readingForm } from '#contracts/schemas/office.ts';
import { attempt } from '../../forms/attempt.ts';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { HelpLinks } from '../../layout/HelpLinks.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useLanguage, useT } from '../../texts.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { presentReading } from './present.server.ts';
import { ReadingBanner } from '../../dossier/shell/ReadingBanner.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: officer, params } = enter(pages.office.reading, args);
  const facts = await context.services.office.readingForm(officer, params.dossierId);
  return { title: context.t('reading:title'), number: facts.number, page: presentReading(context.reader, facts) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.reading, args);
  const { office } = context.services;
  const { dossierId } = params;
  const sent = await readFields(request);
  if (sent.get('form_name') === 'end') {
    const form = checkForm(sent, confirmForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await office.endBreakGlass(officer, { dossierId, key: form.key });
      context.announce('reading:banner.ended');
      return redirect(href(pages.office.dossier, { dossierId }), 303);
    });
  }
  const form = checkForm(sent, readingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await office.breakGlass(officer, { dossierId, form: form.value, key: form.key });
    context.announce('reading:opened');
    return redirect(href(pages.dossier.summary, { dossierId }), 303);
  });
}

/** « Accès exceptionnel »: what opens, what follows, and why. */
export default function Reading() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const { id, number, until, form, minutes } = page;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('office:dossiers.title'), to: href(pages.office.dossiers) },
        { label: number, to: href(pages.office.dossier, { dossierId: id }) },
        { label: title },
      ]}
    >
      <StaleRefusal shown={form ? ['read'] : []} />
      <p className="pc-lead">{t('reading:lead')}</p>
      {until ? <ReadingBanner dossierId={id} until={until} leads /> : null}
      <h2>{t('reading:opens.title')}</h2>
      <ul>
        <li>{t('reading:opens.content')}</li>
        <li>{t('reading:opens.closed')}</li>
        <li>{t('reading:opens.only')}</li>
        <li>{t('reading:opens.time', { minutes })}</li>
      </ul>
      <HelpLinks to={['whoSeesWhat']} />
      <Notice kind="warning" title={t('reading:follows.title')}>
        <ul>
          <li>{t('reading:follows.mail')}</li>
          <li>{t('reading:follows.history')}</li>
          <li>{t('reading:follows.log')}</li>
        </ul>
      </Notice>
      {form ? <ReadingForm id={id} form={form} minutes={minutes} /> : null}
    </Page>
  );
}

type FormData = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']['form']>;

function ReadingForm({ id, form, minutes }: { id: string; form: FormData; minutes: string }) {
  const t = useT();
  const language = useLanguage();
  const max = formatNumber(language, maxJustificationLength);
  return (
    <Form
      name="read"
      submit={t('reading:form.submit', { minutes })}
      beside={<a href={href(pages.office.dossier, { dossierId: id })}>{t('reading:form.cancel')}</a>}
      values={{ justification: form.justification }}
      labels={{
        reason: t('reading:form.reason'),
        justification: t('reading:form.justification'),
        confirmed: t('reading:form.confirmed'),
      }}
    >
      <RowField name="justificationId" value={form.justificationId} />
      <RowField name="base" value={form.base} />
      <OtherDrafts others={form.others} />
      <Select
        name="reason"
        label={t('reading:form.reason')}
        prompt={t('reading:form.choose')}
        options={form.reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <TextArea
        name="justification"
        label={t('reading:form.justification')}
        hint={`${t('reading:form.justificationHint')} ${t('dossier:form.remaining', { max })}`}
      />
      <Checkbox name="confirmed" label={t('reading:form.confirmed')} />
    </Form>
  );
}
