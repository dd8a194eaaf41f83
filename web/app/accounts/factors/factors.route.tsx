import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { factorRemovalForm, provedForm } from '#contracts/schemas/factors.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form, useFormReply } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { UserName } from '../../ui/form/UserName.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { askedPage, homeOf, withAsked } from '../page-after-sign-in.ts';
import { presentFactors } from './factors.present.server.ts';
import { codesIn, RecoveryCodes } from './RecoveryCodes.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.factors, args);
  const factors = await context.services.accounts.factors(user.id);
  const asked = askedPage(request);
  return {
    title: context.t('factors:title'),
    email: user.email,
    due: user.factorDue,
    asked,
    // Where the step was in the way, the person goes on from here.
    next: asked ? homeOf(user.kind, asked) : null,
    factors: presentFactors(context.reader, factors),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.factors, args);
  const { accounts } = context.services;
  const sent = await readFields(request);
  if (sent.get('form_name') === 'codes') {
    const form = checkForm(sent, provedForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      const { recoveryCodes } = await accounts.renewRecoveryCodes({ userId: user.id, current: form.value.current });
      await context.session.endOthers();
      return data({ recoveryCodes });
    });
  }
  const form = checkForm(sent, factorRemovalForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { current, passkey: passkeyId = null } = form.value;
    await accounts.removeFactor({ userId: user.id, current, passkeyId });
    await context.session.endOthers();
    context.announce('factors:removed');
    return redirect(href(pages.accounts.factors), 303);
  });
}

/** A person's second step (A-28, ADR 35): what there is, what may be added, and the codes for the day when neither is at hand. */
export default function Factors() {
  const { title, email, due, asked, next, factors } = useLoaderData<typeof loader>();
  const t = useT();
  const codes = codesIn(useActionData());
  const crumbs = due
    ? []
    : [
        { label: t('account:profile.title'), to: href(pages.accounts.profile) },
        { label: t('account:security.title'), to: href(pages.accounts.security) },
        { label: title },
      ];
  if (codes.length > 0) {
    return (
      <Page title={title} crumbs={crumbs}>
        <RecoveryCodes codes={codes} next={href(pages.accounts.factors)} />
      </Page>
    );
  }
  return (
    <Page title={title} crumbs={crumbs}>
      {due ? (
        <Notice title={t('factors:due')}>
          <p>{t('factors:dueWhy')}</p>
        </Notice>
      ) : null}
      <p className="pc-lead">{t('factors:lead')}</p>
      {next && factors.any ? (
        <p>
          <LinkButton to={next}>{t('factors:goOn')}</LinkButton>
        </p>
      ) : null}
      <h2>{t('factors:passkey.title')}</h2>
      <p>{t('factors:passkey.what')}</p>
      {factors.passkeys.map(({ id, name, since, used }, position) => (
        <Removable
          key={id}
          name={`passkey-${position}`}
          email={email}
          passkey={id}
          summary={
            <>
              <UserText inline>{name}</UserText>
              {` (${t('factors:passkey.since', { date: since })}${used ? `, ${t('factors:passkey.used', { date: used })}` : ''})`}
            </>
          }
          submit={t('factors:passkey.remove')}
        />
      ))}
      <ButtonGroup>
        <LinkButton look="secondary" to={withAsked(href(pages.accounts.passkey), asked)}>
          {t('factors:passkey.add')}
        </LinkButton>
      </ButtonGroup>
      <h2>{t('factors:authenticator.title')}</h2>
      <p>{t('factors:authenticator.what')}</p>
      {factors.authenticatorSince ? (
        <Removable
          name="authenticator"
          email={email}
          summary={t('factors:authenticator.since', { date: factors.authenticatorSince })}
          submit={t('factors:authenticator.remove')}
        />
      ) : (
        <ButtonGroup>
          <LinkButton look="secondary" to={withAsked(href(pages.accounts.authenticator), asked)}>
            {t('factors:authenticator.add')}
          </LinkButton>
        </ButtonGroup>
      )}
      {factors.any ? (
        <>
          <h2>{t('factors:recovery.title')}</h2>
          <p>{t('factors:recovery.left', { count: factors.recoveryCodes })}</p>
          <Form name="codes" texts="account:fields">
            <UserName email={email} />
            <TextField name="current" type="password" autoComplete="current-password" />
            <Button look="secondary">{t('factors:recovery.renew')}</Button>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

type RemovableProps = { name: string; email: string; passkey?: string; summary: React.ReactNode; submit: string };

/** A factor, and its form folded under it: open when it was refused. */
function Removable({ name, email, passkey, summary, submit }: RemovableProps) {
  const refused = useFormReply(name) !== null;
  return (
    <Details summary={summary} open={refused}>
      <Form name={name} texts="account:fields">
        {passkey ? <input type="hidden" name="passkey" value={passkey} /> : null}
        <UserName email={email} />
        <TextField name="current" type="password" autoComplete="current-password" />
        <Button look="danger">{submit}</Button>
      </Form>
    </Details>
  );
}
