import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { signInForm } from '#contracts/schemas/account.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { openSession } from './factors/open-session.server.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { DemonstrationPeople } from '../demonstration/DemonstrationPeople.tsx';
import { loadDemonstration } from '../demonstration/present.server.ts';
import { askedPage, homeOf, withAsked } from './page-after-sign-in.ts';

export const meta = titleMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = askedPage(request);
  if (context.user) throw redirect(homeOf(context.user.kind, asked), 303);
  const demonstration = context.settings.demo ? await loadDemonstration(context) : null;
  return {
    title: context.t('account:signIn.title'),
    asked,
    identityService: context.services.accounts.identityServiceName(),
    demonstration,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = askedPage(request);
  const form = await readForm(request, signInForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { email, password } = form.value;
    const { ip, device, services } = context;
    const { kind, ...who } = await services.accounts.signIn({ email, password, ip, device });
    return openSession(context, who, homeOf(kind, asked));
  });
}

/** One sign-in for all: consumers, merchants, mediators, officers. */
export default function SignInPage() {
  const { title, asked, demonstration, identityService } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      {asked ? <Notice title={t('account:signIn.required')} /> : null}
      <Form texts="account:fields" submit={t('account:signIn.submit')}>
        <TextField name="email" type="email" autoComplete="username" />
        <TextField name="password" type="password" autoComplete="current-password" />
      </Form>
      <p>
        <a href={withAsked(href(pages.accounts.passkeySignIn), asked)}>{t('factors:passkeySignIn.link')}</a>
      </p>
      {identityService ? (
        <p>
          <a href={withAsked(href(pages.accounts.identity), asked)}>
            {t('account:identity.link', { name: identityService })}
          </a>
        </p>
      ) : null}
      <p>
        <a href={href(pages.accounts.forgot)}>{t('account:signIn.forgot')}</a>
      </p>
      <p>
        {t('account:signIn.noAccount')}{' '}
        <a href={withAsked(href(pages.accounts.signUp), asked)}>{t('account:signUp.title')}</a>
      </p>
      <p>{t('account:signIn.merchants')}</p>
      <p>
        {t('account:signIn.company')} <a href={href(pages.participation.form)}>{t('participation:link')}</a>
      </p>
      {demonstration ? (
        <section aria-labelledby="demonstration">
          <h2 id="demonstration">{t('demonstration:title')}</h2>
          <p>{t('demonstration:some')}</p>
          <DemonstrationPeople groups={demonstration} folded />
          <p>
            <a href={href(pages.accounts.demonstration)}>{t('demonstration:everyone')}</a>
          </p>
        </section>
      ) : null}
    </Page>
  );
}
