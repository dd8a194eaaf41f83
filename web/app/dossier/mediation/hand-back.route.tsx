import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { handBackForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Checkbox, RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { ActPage } from '../ActPage.tsx';
import { loadDossier } from '../load-dossier.ts';

export const meta = titleMeta;

/** « Me retirer »: the mediator hands the dossier back to the Office, and says whether the parties read why (§9.5, B-10; ADR 49). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.handBack, args);
  context.services.dossier.handBackForm(opened);
  return {
    title: context.t('mediation:handBack.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    reasons: context.reader.choices('recusalReasons'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await loadDossier(pages.dossier.handBack, args);
  const form = await readForm(request, handBackForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const told = await context.services.dossier.handBack(opened, { key: form.key, form: form.value });
    context.announce(told ? 'mediation:handBack.doneTold' : 'mediation:handBack.done');
    // Nothing of the dossier opens to them any more.
    return redirect(href(pages.dossier.list), 303);
  });
}

export default function HandBack() {
  const t = useT();
  const { title, id, number, reasons } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('mediation:handBack.intro')}</p>
      <ul>
        <li>{t('mediation:handBack.access')}</li>
        <li>{t('mediation:handBack.told')}</li>
        <li>{t('mediation:handBack.confidential')}</li>
      </ul>
      <Form
        submit={t('mediation:handBack.button')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        labels={{
          reason: t('mediation:handBack.reason'),
          parties: t('mediation:handBack.parties'),
          confirmed: t('mediation:handBack.button'),
        }}
      >
        <Select
          name="reason"
          label={t('mediation:handBack.reason')}
          hint={t('mediation:handBack.reasonHint')}
          prompt={t('dossier:form.chooseReason')}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <RadioGroup
          name="parties"
          label={t('mediation:handBack.parties')}
          options={[
            { value: 'not_told', label: t('mediation:handBack.notTold') },
            { value: 'told', label: t('mediation:handBack.willTell') },
          ]}
        />
        <Checkbox name="confirmed" label={t('mediation:handBack.confirm')} />
      </Form>
    </ActPage>
  );
}
