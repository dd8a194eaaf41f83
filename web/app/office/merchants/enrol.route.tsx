import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enrolmentForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { MerchantFields, PersonFields } from '../fields.tsx';
import { placeRefusal, refusalsOfEmail, refusalsOfNeq } from '../../forms/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.enrolMerchant, args);
  return { title: context.t('directory:enrol.title') };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.enrolMerchant, args);
  const form = await readForm(request, enrolmentForm);
  if (!form.ok) return form.reply;
  const { respondent, ...merchant } = form.value;
  const places = { neq: refusalsOfNeq, 'respondent.email': refusalsOfEmail };
  return attempt(form.values, () =>
    placeRefusal(form.values, places, async () => {
      const enrolment = { actorId: officer.id, form: { merchant, respondent }, key: form.key };
      const { id, outcome } = await context.services.directory.enrolMerchant(enrolment);
      context.announce(`directory:enrol.done.${outcome}`);
      return redirect(href(pages.office.merchant, { merchantId: id }), 303);
    }),
  );
}

/** F-014, F-016: the participation form, entered by the Office. */
export default function EnrolMerchant() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('directory:merchants.title'), to: href(pages.office.merchants) }, { label: title }]}
    >
      <p className="pc-lead">{t('directory:enrol.intro')}</p>
      <Form
        texts="directory:fields"
        submit={t('directory:enrol.submit')}
        beside={<a href={href(pages.office.merchants)}>{t('directory:cancel')}</a>}
      >
        <h2>{t('directory:enrol.company')}</h2>
        <MerchantFields />
        <h2>{t('directory:enrol.respondent')}</h2>
        <p>{t('directory:enrol.respondentNote')}</p>
        <PersonFields under="respondent." />
      </Form>
    </Page>
  );
}
