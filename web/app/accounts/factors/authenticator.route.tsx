import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { authenticatorForm } from '#contracts/schemas/factors.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { UserName } from '../../ui/form/UserName.tsx';
import { askedPage, withAsked } from '../page-after-sign-in.ts';
import { presentSquare } from './qr.present.server.ts';
import { codesIn, RecoveryCodes } from './RecoveryCodes.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.authenticator, args);
  const setUp = await context.services.accounts.authenticatorToSetUp({ userId: user.id, email: user.email });
  return {
    title: context.t('factors:authenticator.add'),
    email: user.email,
    back: withAsked(href(pages.accounts.factors), askedPage(request)),
    setUp: setUp && { written: setUp.written, square: presentSquare(setUp.address) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.authenticator, args);
  const form = await readForm(request, authenticatorForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { recoveryCodes } = await context.services.accounts.addAuthenticator({ userId: user.id, ...form.value });
    await context.session.endOthers();
    if (recoveryCodes.length > 0) return data({ recoveryCodes });
    context.announce('factors:added');
    return redirect(withAsked(href(pages.accounts.factors), askedPage(request)), 303);
  });
}

/** Setting up an application that gives codes (RFC 6238): the square or the key, then a first code. */
export default function Authenticator() {
  const { title, email, back, setUp } = useLoaderData<typeof loader>();
  const t = useT();
  const codes = codesIn(useActionData());
  const crumbs = [{ label: t('factors:title'), to: back }, { label: title }];
  if (codes.length > 0 || !setUp) {
    return (
      <Page title={title} crumbs={crumbs}>
        {codes.length > 0 ? <RecoveryCodes codes={codes} next={back} /> : <p>{t('factors:authenticator.there')}</p>}
      </Page>
    );
  }
  const { size, path } = setUp.square;
  return (
    <Page title={title} crumbs={crumbs}>
      <ol>
        <li>{t('factors:authenticator.open')}</li>
        <li>
          {t('factors:authenticator.scan')}
          <p>
            <svg
              role="img"
              aria-label={t('factors:authenticator.square')}
              className="pc-square"
              viewBox={`0 0 ${size} ${size}`}
              width="240"
              height="240"
              shapeRendering="crispEdges"
            >
              <rect width={size} height={size} fill="#fff" />
              <path d={path} fill="#000" />
            </svg>
          </p>
          <p>
            {t('factors:authenticator.type')}
            <br />
            <code>{setUp.written}</code>
          </p>
        </li>
        <li>{t('factors:authenticator.then')}</li>
      </ol>
      <Form name="authenticator" texts="account:fields" submit={t('factors:authenticator.submit')}>
        <UserName email={email} />
        <TextField
          name="code"
          size="sm"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('factors:code.label')}
          hint={t('factors:code.hint')}
        />
        <TextField name="current" type="password" autoComplete="current-password" />
      </Form>
    </Page>
  );
}
