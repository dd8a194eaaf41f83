import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { changeEmailForm } from '#contracts/schemas/account.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { UserName } from '../../ui/form/UserName.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.accounts.email, args);
  return { title: context.t('factors:email.title'), email: user.email, officeEmail: context.settings.officeEmail };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.email, args);
  const form = await readForm(request, changeEmailForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const asking = { userId: user.id, ...form.value, ip: context.ip };
    context.pending.set(await context.services.accounts.askEmailChange(asking));
    return redirect(href(pages.accounts.emailCode), 303);
  });
}

/** Another address for the account: it is the user name, and where a lost password is recovered (ASVS 7.5.1). */
export default function Email() {
  const { title, email, officeEmail } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('account:profile.title'), to: href(pages.accounts.profile) }, { label: title }]}
    >
      <p className="pc-lead">{t('factors:email.lead')}</p>
      <DescriptionList items={[{ label: t('factors:email.present'), value: <UserText inline>{email}</UserText> }]} />
      <Form texts="account:fields" submit={t('factors:email.submit')}>
        <TextField name="email" type="email" autoComplete="email" label={t('factors:email.new')} />
        <UserName email={email} />
        <TextField name="current" type="password" autoComplete="current-password" />
      </Form>
      <p>{t('factors:email.lost', { email: officeEmail })}</p>
    </Page>
  );
}
