import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nameOf } from '#content/named.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { confirmForm } from '#contracts/schemas/closing.ts';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';
import { MediationConditions } from './MediationConditions.tsx';
import { presentConditions } from './present-conditions.server.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

export const meta = titleMeta;

/** « Demander la médiation », with both conditions and where each stands (F-105, A-01, A-10). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.mediation, args);
  const { other, refusal, canCome, conditions, targetDays } = context.services.dossier.mediationForm(opened);
  return {
    title: context.t('dossier:mediation.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    other: nameOf(context.reader, other),
    refusal,
    canCome,
    conditions: presentConditions(context.reader, conditions),
    days: targetDays,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.mediation, args);
  const form = await readForm(request, confirmForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.requestMediation(opened, form.key);
    context.announce('dossier:mediation.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function Mediation() {
  const t = useT();
  const { title, id, number, other, refusal, canCome, conditions, days } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('dossier:mediation.intro')}</p>
      {canCome ? (
        <>
          <p>{t('dossier:mediation.consent', { other })}</p>
          <p>{t('dossier:mediation.meanwhile')}</p>
          <p>{t('dossier:mediation.private')}</p>
          <p>{t('dossier:mediation.length', { days })}</p>
        </>
      ) : null}
      <HelpLinks to={['mediation', 'whoSeesWhat']} />
      <MediationConditions conditions={conditions} open />
      {refusal ? (
        <Notice kind="warning" title={t(canCome ? 'dossier:mediation.notYet' : 'dossier:mediation.cannot')}>
          <p>{t(`errors:${refusal}`)}</p>
        </Notice>
      ) : (
        <Form
          submit={t('dossier:mediation.button')}
          beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        />
      )}
    </ActPage>
  );
}
