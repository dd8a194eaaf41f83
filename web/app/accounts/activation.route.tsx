import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { activationForm } from '#contracts/schemas/account.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { openSession } from './factors/open-session.server.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { DescriptionList } from '../ui/data/Lists.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { UserName } from '../ui/form/UserName.tsx';
import { UserText } from '../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.accounts.activation, args);
  const { state, ...person } = await context.services.accounts.openLink(params.token);
  const title = context.t(state === 'open' ? 'account:activation.title' : `account:activation.${state}.title`);
  // The account is there for a link that was used; one that no longer leads anywhere is gone (RFC 9110 §15.5.11).
  return data({ title, state, ...person }, { status: state === 'replaced' || state === 'expired' ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { params } = enter(pages.accounts.activation, args);
  const form = await readForm(request, activationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, services } = context;
    const { token } = params;
    const userId = await services.accounts.activate({ token, password: form.value.password, ip });
    // Used meanwhile, in another tab: the link's own page says where it stands, and who has no password yet what to do.
    if (userId === null) return redirect(href(pages.accounts.activation, { token }), 303);
    context.announce('account:activation.done');
    return openSession(context, { userId }, href(pages.accounts.profile));
  });
}

/** F-017, F-021: the first visit of a merchant's member, a mediator or an officer. Opening the link changes nothing; choosing a password does. */
export default function Activation() {
  const { title, state, email, name } = useLoaderData<typeof loader>();
  const t = useT();
  if (state !== 'open') return <Closed title={title} state={state} email={email} />;
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:activation.lead', { name })}</p>
      <DescriptionList
        items={[{ label: t('account:activation.userName'), value: <UserText inline>{email}</UserText> }]}
      />
      <Form texts="account:fields" submit={t('account:activation.submit')}>
        <UserName email={email} />
        <TextField name="password" type="password" autoComplete="new-password" hint={t('account:password.hint')} />
      </Form>
    </Page>
  );
}

/** A link that chooses no password any more: what it led to, or what to do instead. */
function Closed({ title, state, email }: { title: string; state: 'active' | 'replaced' | 'expired'; email: string }) {
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t(`account:activation.${state}.lead`)}</p>
      {state === 'active' ? (
        <>
          <DescriptionList
            items={[{ label: t('account:activation.userName'), value: <UserText inline>{email}</UserText> }]}
          />
          <ButtonGroup>
            <LinkButton to={href(pages.accounts.signIn)}>{t('account:signIn.title')}</LinkButton>
          </ButtonGroup>
          <p>
            <a href={href(pages.accounts.forgot)}>{t('account:signIn.forgot')}</a>
          </p>
        </>
      ) : null}
    </Page>
  );
}
