import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { memberForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { PersonFields } from '../fields.tsx';
import { placeRefusal, refusalsOfEmail } from '../../forms/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.addMember, args);
  const { id, name } = await context.services.directory.merchant(params.merchantId);
  return { title: context.t('directory:add.title'), of: name, id, name };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.addMember, args);
  const { directory } = context.services;
  const { id } = await directory.merchant(params.merchantId);
  const form = await readForm(request, memberForm);
  if (!form.ok) return form.reply;
  const { role, ...person } = form.value;
  return attempt(form.values, () =>
    placeRefusal(form.values, { email: refusalsOfEmail }, async () => {
      const joining = { actorId: officer.id, merchantId: id, person, role, key: form.key };
      const { outcome } = await directory.addMember(joining);
      context.announce(`directory:add.${outcome}`);
      return redirect(href(pages.office.merchant, { merchantId: id }), 303);
    }),
  );
}

/** F-014, F-015, F-016, F-019: access for one more person of a merchant. */
export default function AddMember() {
  const t = useT();
  const { title, id, name } = useLoaderData<typeof loader>();
  const back = href(pages.office.merchant, { merchantId: id });
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('directory:merchants.title'), to: href(pages.office.merchants) },
        { label: <UserText inline>{name}</UserText>, to: back },
        { label: title },
      ]}
    >
      <p className="pc-lead">{t('directory:add.intro')}</p>
      <Form
        texts="directory:fields"
        submit={t('directory:add.submit')}
        beside={<a href={back}>{t('directory:cancel')}</a>}
      >
        <RadioGroup
          name="role"
          defaultValue="representative"
          options={(['representative', 'respondent'] as const).map((value) => ({
            value,
            label: t(`directory:role.${value}`),
            hint: t(`directory:add.roleHint.${value}`),
          }))}
        />
        <PersonFields />
      </Form>
    </Page>
  );
}
