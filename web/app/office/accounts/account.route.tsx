import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { removalForm } from '#contracts/schemas/office.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { AccountStatus } from '../AccountStatus.tsx';
import { ResendLink } from '../ResendLink.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.office.account, args);
  const account = await context.services.directory.account(params.userId);
  const title = account.name || account.email;
  return { title, of: context.t('factors:office.title'), account, own: account.id === user.id, now: context.now };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.account, args);
  const { directory } = context.services;
  const { id } = await directory.account(params.userId);
  const sent = await readFields(request);
  const name = sent.get('form_name');
  const form = checkForm(sent, name === 'factors' ? removalForm : z.object({}));
  if (!form.ok) return form.reply;
  const act = { actorId: officer.id, userId: id, key: form.key };
  return attempt(form.values, async () => {
    if (name === 'factors') await directory.resetFactorsOf(act);
    else if (name === 'sessions') await directory.endSessionsOf(act);
    else await directory.resendActivation(act);
    context.announce(
      name === 'factors'
        ? 'factors:office.factorsDone'
        : name === 'sessions'
          ? 'factors:office.sessionsDone'
          : 'directory:resend.done',
    );
    return redirect(href(pages.office.account, { userId: id }), 303);
  });
}

/** What the Office does for a person who calls: ends their sessions (ASVS 7.4.5), resets the factors that they lost (ASVS 6.4.4). */
export default function Account() {
  const { account, own, now } = useLoaderData<typeof loader>();
  const t = useT();
  const { authenticator, passkeys, recoveryCodes } = account;
  const hasFactor = authenticator || passkeys > 0;
  // A closed account has no session, and its person could not sign in again.
  const maySignIn = !own && account.state !== 'removed';
  const name = <UserText inline>{account.name || account.email}</UserText>;
  const shown = own
    ? []
    : [
        ...(maySignIn ? ['sessions'] : []),
        ...(hasFactor ? ['factors'] : []),
        ...(account.state === 'invited' ? ['resend'] : []),
      ];
  return (
    <Page
      title={name}
      crumbs={[{ label: t('factors:office.title'), to: href(pages.office.accounts) }, { label: name }]}
    >
      <StaleRefusal shown={shown} />
      <DescriptionList
        items={[
          { label: t('directory:email'), value: <UserText inline>{account.email}</UserText> },
          { label: t('office:followUp.phone'), value: account.phone || t('office:followUp.noPhone') },
          { label: t('factors:office.kind'), value: t(`factors:office.kinds.${account.kind}`) },
          { label: t('directory:status'), value: <AccountStatus {...account} now={now} /> },
          {
            label: t('factors:title'),
            value: hasFactor
              ? [
                  ...(authenticator ? [t('factors:authenticator.title')] : []),
                  ...(passkeys > 0 ? [t('factors:office.passkeys', { count: passkeys })] : []),
                  t('factors:office.codes', { count: recoveryCodes }),
                ].join(', ')
              : t('factors:office.noFactor'),
          },
        ]}
      />
      {own ? <p>{t('factors:office.own')}</p> : null}
      {!own && account.state === 'invited' ? <ResendLink /> : null}
      {maySignIn ? (
        <>
          <h2>{t('factors:office.sessions')}</h2>
          <Form name="sessions">
            <p>{t('factors:office.sessionsNote')}</p>
            <Button look="secondary">{t('factors:office.endSessions')}</Button>
          </Form>
        </>
      ) : null}
      {!own && hasFactor ? (
        <>
          <h2>{t('factors:office.reset')}</h2>
          <Form name="factors" labels={{ confirmed: t('factors:office.confirm') }}>
            <ul>
              <li>{t('factors:office.resetFirst')}</li>
              <li>{t('factors:office.resetThen')}</li>
              <li>{t('factors:office.resetTold')}</li>
            </ul>
            <Checkbox name="confirmed" label={t('factors:office.confirm')} />
            <Button look="danger">{t('factors:office.resetSubmit')}</Button>
          </Form>
        </>
      ) : null}
    </Page>
  );
}
