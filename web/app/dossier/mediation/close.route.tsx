import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { announcementForm } from '#contracts/schemas/message.ts';
import { mediationClosingForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';
import { AnnouncementForm } from './AnnouncementForm.tsx';
import { MediationClosingForm } from './MediationClosingForm.tsx';
import { presentMediationClosing } from './present-closing.server.ts';

export const meta = titleMeta;

/** « Fermer le dossier » by the mediator, without agreement, announced to the parties first (F-119, F-131, F-132, F-133, F-134; ADR 49). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.closeMediation, args);
  const form = await context.services.dossier.mediationClosingForm(opened);
  return {
    title: context.t('mediation:close.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    page: presentMediationClosing(context.reader, form),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { dossier } = context.services;
  const opened = await loadDossier(pages.dossier.closeMediation, args);
  const dossierId = opened.summaryRow.id;
  const sent = await readFields(request);
  if (sent.get('form_name') === 'announcement') {
    const form = checkForm(sent, announcementForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await dossier.announceClosing(opened, { key: form.key, form: form.value });
      context.announce('mediation:close.announceDone');
      return redirect(href(pages.dossier.closeMediation, { dossierId }), 303);
    });
  }
  const form = checkForm(sent, mediationClosingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await dossier.closeMediation(opened, { key: form.key, form: form.value });
    context.announce('mediation:close.done');
    return redirect(href(pages.dossier.summary, { dossierId }), 303);
  });
}

export default function CloseMediation() {
  const t = useT();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <StaleRefusal shown={[page.announced ? '' : 'announcement']} />
      <p className="pc-lead">{t('mediation:close.intro')}</p>
      <p>{t('mediation:close.attestation')}</p>
      {page.announced ? <MediationClosingForm id={id} page={page} /> : <AnnouncementForm id={id} page={page} />}
    </ActPage>
  );
}
