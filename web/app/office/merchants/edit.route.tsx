import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { changedMerchantForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { ChangedMeanwhile } from '../../forms/ChangedMeanwhile.tsx';
import { MerchantFields } from '../fields.tsx';
import { placeRefusal, refusalsOfNeq } from '../../forms/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.editMerchant, args);
  const merchant = await context.services.directory.merchant(params.merchantId);
  return {
    title: context.t('directory:merchant.editTitle'),
    of: merchant.name,
    merchant: {
      ...merchant,
      phone: context.reader.phone(merchant.phone),
      tradeNames: merchant.tradeNames.join('\n'),
      establishments: merchant.establishments.join('\n'),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.editMerchant, args);
  const { directory } = context.services;
  const { id } = await directory.merchant(params.merchantId);
  const form = await readForm(request, changedMerchantForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { neq: refusalsOfNeq }, async () => {
      await directory.editMerchant({ actorId: officer.id, merchantId: id, form: form.value, key: form.key });
      context.announce('directory:merchant.edited');
      return redirect(href(pages.office.merchant, { merchantId: id }), 303);
    }),
  );
}

/** F-019: what the participation form says has changed. */
export default function EditMerchant() {
  const t = useT();
  const { title, merchant } = useLoaderData<typeof loader>();
  const { id, mark, ...record } = merchant;
  const back = href(pages.office.merchant, { merchantId: id });
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('directory:merchants.title'), to: href(pages.office.merchants) },
        { label: <UserText inline>{merchant.name}</UserText>, to: back },
        { label: title },
      ]}
    >
      <p className="pc-lead">{t('directory:merchant.editNote')}</p>
      <Form
        texts="directory:fields"
        values={merchant}
        submit={t('directory:merchant.editSubmit')}
        beside={<a href={back}>{t('directory:cancel')}</a>}
      >
        <ChangedMeanwhile texts="directory:fields" record={record} mark={mark} />
        <MerchantFields />
      </Form>
    </Page>
  );
}
