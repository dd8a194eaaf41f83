import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { activationForm } from '#contracts/schemas/account.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { DescriptionList } from '../ui/data/Lists.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { UserText } from '../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.accounts.activation, args);
  const person = await context.services.accounts.openLink(params.token);
  return { title: context.t('account:activation.title'), ...person };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { params } = enter(pages.accounts.activation, args);
  const form = await readForm(request, activationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, services } = context;
    const userId = await services.accounts.activate({ token: params.token, password: form.value.password, ip });
    await context.session.start(userId);
    context.announce('account:activation.done');
    return redirect(href(pages.accounts.profile), 303);
  });
}

/** F-017, F-021: the first visit of a merchant's member or a mediator. Opening the link changes nothing; choosing a password does. */
export default function Activation() {
  const { title, email, name } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:activation.lead', { name })}</p>
      <DescriptionList
        items={[{ label: t('account:activation.userName'), value: <UserText inline>{email}</UserText> }]}
      />
      <Form texts="account:fields" submit={t('account:activation.submit')}>
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <TextField name="password" type="password" autoComplete="new-password" hint={t('account:password.hint')} />
      </Form>
    </Page>
  );
}
