import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { registrationForm } from '#contracts/schemas/account.ts';
import { attempt } from '../forms/attempt.ts';
import { NameFields } from '../forms/NameFields.tsx';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { askedPage, homeOf, withAsked } from './page-after-sign-in.ts';

export const meta = titleMeta;

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = askedPage(request);
  if (context.user) throw redirect(homeOf(context.user.kind, asked), 303);
  return { title: context.t('account:signUp.title'), asked };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = askedPage(request);
  const form = await readForm(request, registrationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, language } = context;
    context.pending.set(await context.services.accounts.register({ form: form.value, ip, language }));
    return redirect(withAsked(href(pages.accounts.verify), asked), 303);
  });
}

/** F-010: a consumer opens an account; the Office's codes are not asked here (F-013). */
export default function SignUp() {
  const { title, asked } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:signUp.lead')}</p>
      <p>{t('account:signUp.representative')}</p>
      <p>
        {t('account:signUp.company')} <a href={href(pages.participation.form)}>{t('participation:link')}</a>
      </p>
      <Form texts="account:fields" submit={t('account:signUp.submit')}>
        <NameFields own />
        <TextField name="email" type="email" autoComplete="email" />
        <TextField name="password" type="password" autoComplete="new-password" hint={t('account:password.hint')} />
      </Form>
      <p>
        {t('account:signUp.have')}{' '}
        <a href={withAsked(href(pages.accounts.signIn), asked)}>{t('account:signIn.title')}</a>
      </p>
    </Page>
  );
}
