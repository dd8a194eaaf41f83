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

/** « Fermer le dossier », with a reason and a justification that the other side reads (F-104). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.close, args);
  const form = await context.services.dossier.closingForm(opened, 'closeDossier');
  return {
    title: context.t('dossier:close.title'),
    id: opened.head.id,
    number: opened.head.number,
    page: presentClosingForm(context.reader, form),
    yours: opened.viewer === 'consumer',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.close, args);
  const form = await readForm(request, closingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.close(opened, { kind: 'closeDossier', key: form.key, form: form.value });
    context.announce('dossier:close.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.head.id }), 303);
  });
}

export default function Close() {
  const t = useT();
  const { title, id, number, page, yours } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('dossier:close.intro', { other: page.other })}</p>
      <Notice title={t('dossier:close.advice')} />
      <p>{t(yours ? 'dossier:close.kitYours' : 'dossier:close.kit')}</p>
      <ClosingForm id={id} kind="close" page={page} />
    </ActPage>
  );
}
