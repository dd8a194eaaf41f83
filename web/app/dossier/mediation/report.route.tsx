import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { reportForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { DateField } from '../../ui/form/TypedFields.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';
import { presentReport } from './present-report.server.ts';

export const meta = titleMeta;

/** What the mediator tells the Office of a mediation that lasts (F-130, F-135, F-136, A-24), with what was told before, what the Office answered, and how it reached the parties (B-10). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.report, args);
  return {
    title: context.t('mediation:report.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentReport(context.reader, await context.services.dossier.reportForm(opened)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.report, args);
  const form = await readForm(request, reportForm(opened.now));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.report(opened, { key: form.key, form: form.value });
    context.announce('mediation:report.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.summaryRow.id }), 303);
  });
}

type Told = ReturnType<typeof useLoaderData<typeof loader>>['page']['history'][number];
type Reached = ReturnType<typeof useLoaderData<typeof loader>>['page']['reached'][number];

export default function Report() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('mediation:report.intro')}</p>
      {page.target ? <p>{page.target}</p> : null}
      <Form
        submit={t('mediation:report.button')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        labels={{
          kind: t('mediation:report.kind'),
          side: t('mediation:report.side'),
          newTarget: t('mediation:report.newTarget'),
        }}
      >
        <RadioGroup
          name="kind"
          label={t('mediation:report.kind')}
          options={page.kinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <RadioGroup
          name="side"
          label={t('mediation:report.side')}
          hint={t('mediation:report.sideHint')}
          optional
          options={[
            { value: 'consumer', label: t('mediation:report.sides.consumer') },
            { value: 'merchant', label: t('mediation:report.sides.merchant') },
          ]}
        />
        <DateField
          name="newTarget"
          label={t('mediation:report.newTarget')}
          hint={t('mediation:report.newTargetHint')}
          min={page.today}
          optional
        />
      </Form>
      {page.history.length > 0 ? (
        <Table
          caption={t('mediation:report.history')}
          captionShown
          rows={page.history}
          rowKey={(row: Told) => row.at}
          columns={[
            { label: t('mediation:report.columns.date'), cell: (row: Told) => row.date },
            { label: t('mediation:report.columns.what'), cell: (row: Told) => row.what },
            { label: t('mediation:report.columns.side'), cell: (row: Told) => row.side ?? '—' },
            { label: t('mediation:report.columns.target'), cell: (row: Told) => row.newTarget ?? '—' },
            { label: t('mediation:report.columns.answer'), cell: (row: Told) => row.answer ?? '—' },
          ]}
        />
      ) : null}
      {page.reached.length > 0 ? (
        <Table
          caption={t('mediation:report.reached')}
          captionShown
          rows={page.reached}
          rowKey={(row: Reached) => `${row.at} ${row.side}`}
          columns={[
            { label: t('mediation:report.columns.date'), cell: (row: Reached) => row.date },
            { label: t('mediation:report.columns.done'), cell: (row: Reached) => row.what },
            { label: t('mediation:report.columns.side'), cell: (row: Reached) => row.side },
          ]}
        />
      ) : null}
    </ActPage>
  );
}
