import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { passkeyStepForm } from '#contracts/schemas/factors.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { askedPage, homeOf, withAsked } from '../page-after-sign-in.ts';
import { PasskeyForm } from './PasskeyForm.tsx';

export const meta = titleMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = askedPage(request);
  if (context.user) throw redirect(homeOf(context.user.kind, asked), 303);
  const options = await context.services.accounts.passkeyRequest(null);
  return {
    title: context.t('factors:passkeySignIn.title'),
    options: JSON.stringify(options),
    signIn: withAsked(href(pages.accounts.signIn), asked),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, passkeyStepForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, services } = context;
    const answer = { credential: form.value.credential, ip };
    const { userId, kind } = await services.accounts.signInWithPasskey(answer);
    await context.session.complete(userId);
    return redirect(homeOf(kind, askedPage(request)), 303);
  });
}

/** Signing in with a passkey alone, without address or password. */
export default function PasskeySignIn() {
  const { title, options, signIn } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('factors:passkeySignIn.lead')}</p>
      <PasskeyForm kind="get" options={options} submit={t('factors:passkeySignIn.submit')} />
      <p>
        <a href={signIn}>{t('factors:passkeySignIn.password')}</a>
      </p>
    </Page>
  );
}
