import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { absenceForm } from '#contracts/schemas/absence.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Table } from '../ui/data/Table.tsx';
import { Form } from '../ui/form/Form.tsx';
import { AbsenceDays } from './AbsenceDays.tsx';
import { presentAbsence } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: mediator } = enter(pages.absences.list, args);
  const absences = await context.services.absences.mine(mediator);
  return {
    title: context.t('absences:title'),
    absences: absences.map((absence) => presentAbsence(context.reader, absence)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: mediator } = enter(pages.absences.list, args);
  const form = await readForm(request, absenceForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const late = await context.services.absences.announce(mediator, { form: form.value, key: form.key });
    context.announce(late ? 'absences:doneLate' : 'absences:done');
    return redirect(href(pages.absences.list), 303);
  });
}

/** A mediator tells the Office when they are away (F-137, T-06). */
export default function Absences() {
  const t = useT();
  const { title, absences } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('absences:intro')}</p>
      {absences.length === 0 ? (
        <p>{t('absences:none')}</p>
      ) : (
        <Table
          caption={t('absences:caption')}
          rows={absences}
          rowKey={({ id }) => id}
          columns={[
            { label: t('absences:days'), cell: ({ days }) => days },
            { label: t('absences:length'), nowrap: true, cell: ({ length }) => length },
            { label: t('absences:notice'), cell: ({ notice }) => notice },
            {
              label: t('absences:acts'),
              nowrap: true,
              cell: ({ id, days }) => (
                <a href={href(pages.absences.change, { absenceId: id })}>
                  {t('absences:change')} <span className="qc-sr-only">{days}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      <h2>{t('absences:announce')}</h2>
      <Form texts="absences:fields" submit={t('absences:submit')}>
        <p>{t('absences:told')}</p>
        <AbsenceDays />
      </Form>
    </Page>
  );
}
