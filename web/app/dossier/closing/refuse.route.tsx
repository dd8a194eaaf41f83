import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { closingForm } from '#contracts/schemas/closing.ts';
import { ActPage } from '../ActPage.tsx';
import { ClosingForm } from './ClosingForm.tsx';
import { presentClosingForm } from './present.server.ts';
import { loadDossier } from '../load.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Notice } from '../../ui/Notice.tsx';

export const meta = titleMeta;

/** « Refuser de négocier », before take-over only (F-083, A-07). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.refuse, args);
  const form = await context.services.dossier.closingForm(opened, 'refuseToNegotiate');
  return {
    title: context.t('dossier:refuse.title'),
    id: opened.head.id,
    number: opened.head.number,
    page: presentClosingForm(context.reader, form),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.refuse, args);
  const form = await readForm(request, closingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.close(opened, { kind: 'refuseToNegotiate', key: form.key, form: form.value });
    context.announce('dossier:refuse.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.head.id }), 303);
  });
}

export default function Refuse() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('dossier:refuse.intro', { other: page.other })}</p>
      <Notice title={t('dossier:refuse.advice')} />

      <ClosingForm id={id} kind="refuse" page={page} />
    </ActPage>
  );
}
