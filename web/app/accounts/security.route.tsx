import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { changePasswordForm } from '#contracts/schemas/account.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { UserName } from '../ui/form/UserName.tsx';
import { TextField } from '../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.accounts.security, args);
  return { title: context.t('account:security.title'), email: user.email };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.accounts.security, args);
  const sent = await readFields(request);
  if (sent.get('intent') === 'end-others') {
    await context.session.endOthers();
    context.announce('account:security.ended');
    return redirect(href(pages.accounts.security), 303);
  }
  const form = checkForm(sent, changePasswordForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { current, password } = form.value;
    await context.services.accounts.changePassword({ userId: user.id, current, password });
    await context.session.endOthers();
    context.announce('account:security.changed');
    return redirect(href(pages.accounts.security), 303);
  });
}

/** The password, and signing out everywhere else (ASVS 6.2.2, 7.4.3, 7.5.2). */
export default function Security() {
  const { title, email } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('account:profile.title'), to: href(pages.accounts.profile) }, { label: title }]}
    >
      <h2>{t('account:security.change')}</h2>
      <Form name="password" texts="account:fields" submit={t('account:security.changeSubmit')}>
        <UserName email={email} />
        <TextField name="current" type="password" autoComplete="current-password" />
        <TextField
          name="password"
          type="password"
          autoComplete="new-password"
          label={t('account:security.newPassword')}
          hint={t('account:password.hint')}
        />
      </Form>
      <h2>{t('account:security.sessions')}</h2>
      <p>{t('account:security.sessionsLead')}</p>
      <Form name="sessions">
        <Button look="secondary" name="intent" value="end-others">
          {t('account:security.endOthers')}
        </Button>
      </Form>
    </Page>
  );
}
