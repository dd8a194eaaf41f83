import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nameOf } from '#content/named.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { confirmForm } from '#contracts/schemas/closing.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';

export const meta = titleMeta;

/** Whether the mediator who follows another may read what this party and the former one wrote in private. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.openCaucus, args);
  const { messages, mediator } = await context.services.dossier.caucusForm(opened);
  return {
    title: context.t('mediation:open.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    count: context.t('messages:count', { count: messages }),
    mediator: nameOf(context.reader, mediator),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.openCaucus, args);
  const form = await readForm(request, confirmForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.openCaucus(opened, form.key);
    context.announce('mediation:open.done');
    return redirect(href(pages.dossier.messages, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function OpenCaucus() {
  const t = useT();
  const { title, id, number, count, mediator } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('mediation:open.intro', { mediator })}</p>
      <ul>
        <li>{t('mediation:open.closed', { mediator, count })}</li>
        <li>{t('mediation:open.other')}</li>
        <li>{t('mediation:open.final')}</li>
      </ul>
      <Form
        submit={t('mediation:open.button')}
        beside={<a href={href(pages.dossier.messages, { dossierId: id })}>{t('mediation:open.keep')}</a>}
      />
    </ActPage>
  );
}
