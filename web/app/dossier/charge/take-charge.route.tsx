import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { takeChargeForm } from '#contracts/schemas/closing.ts';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { MerchantAdvice } from '../MerchantAdvice.tsx';

export const meta = titleMeta;

/** « Prendre en charge ce dossier »; names who is in charge when there is someone (F-084, F-087, A-21). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.takeCharge, args);
  const { merchant, replaces, handler, ofRespondent, respondentTold, mediation, mediatorTold, messagesUntil } =
    context.services.dossier.takeChargeForm(opened);
  return {
    title: context.t('dossier:takeCharge.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    merchant,
    replaces,
    handler: handler === null ? null : { name: handler, ofRespondent, respondentTold },
    mediation,
    mediatorTold,
    messagesUntil: messagesUntil && context.reader.dateTime(messagesUntil),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.takeCharge, args);
  const form = await readForm(request, takeChargeForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.takeCharge(opened, { key: form.key, replaces: form.value.replaces });
    context.announce('dossier:takeCharge.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function TakeCharge() {
  const t = useT();
  const { title, id, number, merchant, handler, replaces, mediation, mediatorTold, messagesUntil } =
    useLoaderData<typeof loader>();
  const able = messagesUntil ? t('dossier:takeCharge.canAfter', { date: messagesUntil }) : null;
  return (
    <ActPage title={title} id={id} number={number}>
      {handler ? (
        <Notice kind="warning" title={t('dossier:takeCharge.replaceIntro', { name: handler.name })}>
          <p>
            {t(`dossier:takeCharge.replaceTold.${handler.respondentTold ? 'both' : 'one'}`, { name: handler.name })}{' '}
            {t(`dossier:takeCharge.replaceReads.${handler.ofRespondent ? 'respondent' : 'other'}`, {
              name: handler.name,
            })}
          </p>
        </Notice>
      ) : null}
      <p>{t('dossier:takeCharge.intro', { merchant })}</p>
      <p>{able ?? t(mediation ? 'dossier:takeCharge.canMediation' : 'dossier:takeCharge.can')}</p>
      <p>{t(`dossier:takeCharge.notified.${mediatorTold ? 'mediation' : 'consumer'}`)}</p>
      <MerchantAdvice
        on={able ? ['introduce', 'signIn'] : ['introduce', 'simple', mediation ? 'brief' : 'counter', 'signIn']}
      />
      <Form
        submit={
          handler ? t('dossier:takeCharge.replaceButton', { name: handler.name }) : t('dossier:takeCharge.button')
        }
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
      >
        <input type="hidden" name="replaces" value={replaces ?? ''} />
      </Form>
    </ActPage>
  );
}
