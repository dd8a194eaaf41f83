import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatNumber } from '#content/texts/format.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { maxJustificationLength } from '#contracts/schemas/closing.ts';
import { maxNatureLength, mediationClosingForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useLanguage, useT } from '../../texts.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';
import { presentMediationClosing } from './present-closing.server.ts';

export const meta = titleMeta;

/** « Fermer le dossier » by the mediator, without agreement (F-119, F-131, F-132, F-133, F-134). */
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
  const opened = await loadDossier(pages.dossier.closeMediation, args);
  const form = await readForm(request, mediationClosingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.dossier.closeMediation(opened, { key: form.key, form: form.value });
    context.announce('mediation:close.done');
    return redirect(href(pages.dossier.summary, { dossierId: opened.summaryRow.id }), 303);
  });
}

export default function CloseMediation() {
  const t = useT();
  const language = useLanguage();
  const { title, id, number, page } = useLoaderData<typeof loader>();
  const room = `${href(pages.dossier.proposals, { dossierId: id })}#discussion`;
  const most = (max: number) => t('dossier:form.remaining', { max: formatNumber(language, max) });
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('mediation:close.intro')}</p>
      <p>{t('mediation:close.attestation')}</p>
      {page.tellFirst ? (
        <Notice kind="warning" title={t('mediation:close.tellFirst')}>
          <p>
            <a href={room}>{t('turn:actions.discuss')}</a>
          </p>
        </Notice>
      ) : null}
      <Form
        submit={t('mediation:close.button')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        values={{ justification: page.justification.body, nature: page.nature.body }}
        labels={{
          reason: t('mediation:close.reason'),
          nature: t('mediation:close.nature'),
          justification: t('mediation:close.justification'),
          confirmed: t('mediation:close.button'),
        }}
      >
        <RowField name="justificationId" value={page.justification.id} />
        <RowField name="base" value={page.justification.base} />
        <RowField name="natureId" value={page.nature.id} />
        <RowField name="natureBase" value={page.nature.base} />
        <OtherDrafts others={page.others} />
        <Select
          name="reason"
          label={t('mediation:close.reason')}
          prompt={t('dossier:form.chooseReason')}
          options={page.reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <TextArea
          name="nature"
          label={t('mediation:close.nature')}
          hint={`${t('mediation:close.natureHint')} ${most(maxNatureLength)}`}
        />
        <TextArea
          name="justification"
          label={t('mediation:close.justification')}
          hint={`${t('mediation:close.justificationHint')} ${most(maxJustificationLength)}`}
        />
        <Checkbox name="confirmed" label={t('mediation:close.confirm')} />
      </Form>
    </ActPage>
  );
}
