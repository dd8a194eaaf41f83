import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatNumber } from '#content/texts/format.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { maxNotesLength, notesForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useLanguage, useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';

export const meta = titleMeta;

/** The mediator's private notes, which nobody else ever reads (B-10). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.notes, args);
  const { body, base, savedAt } = await context.services.dossier.notes(opened);
  return {
    title: context.t('mediation:notes.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    body,
    base,
    saved: savedAt && context.t('mediation:notes.saved', { date: context.reader.dateTime(savedAt) }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.notes, args);
  const form = await readForm(request, notesForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.saveNotes(opened, form.value);
    context.announce('mediation:notes.done');
    return redirect(href(pages.dossier.notes, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function Notes() {
  const t = useT();
  const language = useLanguage();
  const { title, id, number, body, base, saved } = useLoaderData<typeof loader>();
  const most = t('dossier:form.remaining', { max: formatNumber(language, maxNotesLength) });
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('mediation:notes.intro')}</p>
      {saved ? <p>{saved}</p> : null}
      <Form
        submit={t('mediation:notes.button')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('mediation:notes.back')}</a>}
        values={{ body }}
        labels={{ body: t('mediation:notes.field') }}
      >
        <input type="hidden" name="base" value={base} />
        <TextArea
          name="body"
          label={t('mediation:notes.field')}
          hint={`${t('mediation:notes.hint')} ${most}`}
          rows={12}
        />
      </Form>
    </ActPage>
  );
}
