import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { enrolmentForm } from '#contracts/schemas/office.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { requireKind } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { MerchantFields, PersonFields } from '../../office/fields.tsx';
import { placeRefusal, refusalsOfEmail, refusalsOfNeq } from '../../office/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/Form.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  requireKind(context, 'officer');
  return { title: context.t('directory:enrol.title') };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const officer = requireKind(context, 'officer');
  const form = await readForm(request, enrolmentForm);
  if (!form.ok) return form.reply;
  const { respondent, ...merchant } = form.value;
  const places = { neq: refusalsOfNeq, 'respondent.email': refusalsOfEmail };
  return attempt(form.values, () =>
    placeRefusal(form.values, places, async () => {
      const id = await context.services.directory.enrolMerchant(officer.id, { merchant, respondent }, form.key);
      context.announce('directory:enrol.done');
      return redirect(`/office/commercants/${id}`, 303);
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
      crumbs={[{ label: t('directory:merchants.title'), to: '/office/commercants' }, { label: title }]}
    >
      <p className="pc-lead">{t('directory:enrol.intro')}</p>
      <Form
        texts="directory:fields"
        submit={t('directory:enrol.submit')}
        beside={<a href="/office/commercants">{t('directory:cancel')}</a>}
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
