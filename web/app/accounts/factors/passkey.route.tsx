import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { newPasskeyForm } from '#contracts/schemas/factors.ts';
import { fullName } from '#domain/typed/person-name.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { UserName } from '../../ui/form/UserName.tsx';
import { askedPage, withAsked } from '../page-after-sign-in.ts';
import { PasskeyForm } from './PasskeyForm.tsx';
import { codesIn, RecoveryCodes } from './RecoveryCodes.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.passkey, args);
  const { id, email } = user;
  const options = await context.services.accounts.passkeyCreation({ id, email, name: fullName(user) || email });
  return {
    title: context.t('factors:passkey.add'),
    email,
    back: withAsked(href(pages.accounts.factors), askedPage(request)),
    options: JSON.stringify(options),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.passkey, args);
  const form = await readForm(request, newPasskeyForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { name, current, credential } = form.value;
    const adding = { userId: user.id, name, current, answer: credential };
    const { recoveryCodes } = await context.services.accounts.addPasskey(adding);
    await context.session.endOthers();
    if (recoveryCodes.length > 0) return data({ recoveryCodes });
    context.announce('factors:added');
    return redirect(withAsked(href(pages.accounts.factors), askedPage(request)), 303);
  });
}

/** Making a passkey on this device (WebAuthn). */
export default function Passkey() {
  const { title, email, back, options } = useLoaderData<typeof loader>();
  const t = useT();
  const codes = codesIn(useActionData());
  return (
    <Page title={title} crumbs={[{ label: t('factors:title'), to: back }, { label: title }]}>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} next={back} />
      ) : (
        <>
          <p className="pc-lead">{t('factors:passkey.how')}</p>
          <PasskeyForm kind="create" options={options} submit={t('factors:passkey.create')}>
            <UserName email={email} />
            <TextField
              name="name"
              size="md"
              autoComplete="off"
              label={t('factors:passkey.name')}
              hint={t('factors:passkey.nameHint')}
            />
            <TextField name="current" type="password" autoComplete="current-password" />
          </PasskeyForm>
        </>
      )}
    </Page>
  );
}
