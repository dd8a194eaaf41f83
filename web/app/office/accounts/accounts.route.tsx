import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { emailForm } from '#contracts/schemas/account.ts';
import { readForm, replyWith } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.office.accounts, args);
  return { title: args.context.t('factors:office.title') };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.accounts, args);
  const form = await readForm(request, emailForm);
  if (!form.ok) return form.reply;
  const found = await context.services.directory.findAccount(form.value.email);
  if (!found) return replyWith(form.values, { errors: { email: { key: 'factors:office.nobody', params: {} } } });
  return redirect(href(pages.office.account, { userId: found.id }), 303);
}

/** A person calls: their account is found by its whole address, and not looked through (ASVS 7.4.5). The address is in no link. */
export default function Accounts() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title} width="full">
      <OfficeTabs current="accounts" />
      <Form texts="account:fields" submit={t('factors:office.find')}>
        <TextField name="email" type="email" autoComplete="off" hint={t('factors:office.hint')} />
      </Form>
    </Page>
  );
}
