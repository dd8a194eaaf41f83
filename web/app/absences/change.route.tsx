import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { absenceForm } from '#contracts/schemas/absence.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { AbsenceDays } from './AbsenceDays.tsx';
import { presentAbsence } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: mediator, params } = enter(pages.absences.change, args);
  const absence = await context.services.absences.one(mediator, params.absenceId);
  return { title: context.t('absences:changeTitle'), absence: presentAbsence(context.reader, absence) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: mediator, params } = enter(pages.absences.change, args);
  const { absences } = context.services;
  const { absenceId } = params;
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.absences.list), 303);
  };
  const sent = await readFields(request);
  if (sent.get('form_name') === 'cancel') {
    const form = checkForm(sent, z.object({}));
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await absences.cancel(mediator, { absenceId, key: form.key });
      return back('absences:cancelled');
    });
  }
  const form = checkForm(sent, absenceForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await absences.change(mediator, { absenceId, form: form.value, key: form.key });
    return back('absences:changed');
  });
}

/** Other days for an absence, or none (F-137). */
export default function ChangeAbsence() {
  const t = useT();
  const { title, absence } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ label: t('absences:title'), to: href(pages.absences.list) }, { label: title }]}>
      <Form
        name="change"
        texts="absences:fields"
        values={{ firstDay: absence.firstDay, lastDay: absence.lastDay }}
        submit={t('absences:changeSubmit')}
        beside={<a href={href(pages.absences.list)}>{t('absences:back')}</a>}
      >
        <p>{t('absences:told')}</p>
        <AbsenceDays />
      </Form>
      <h2>{t('absences:cancelTitle')}</h2>
      <Form name="cancel">
        <p>{absence.days}</p>
        <p>{t('absences:cancelNote')}</p>
        <Button look="danger">{t('absences:cancel')}</Button>
      </Form>
    </Page>
  );
}
