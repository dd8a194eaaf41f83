import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { changePasswordForm } from '#contracts/schemas/account.ts';
import { provedForm, sessionsForm } from '#contracts/schemas/factors.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Table } from '../ui/data/Table.tsx';
import { CheckboxGroup } from '../ui/form/Choice.tsx';
import { Form } from '../ui/form/Form.tsx';
import { UserName } from '../ui/form/UserName.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { presentFactors } from './factors/factors.present.server.ts';
import { presentSessions } from './factors/sessions.present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.accounts.security, args);
  return {
    title: context.t('account:security.title'),
    email: user.email,
    sessions: presentSessions(context.reader, await context.session.list()),
    factors: presentFactors(context.reader, await context.services.accounts.factors(user.id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.accounts.security, args);
  const sent = await readFields(request);
  if (sent.get('form_name') === 'sessions') return endSessions(context, user.id, sent);
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

/** Ends the sessions that are ticked, or all the others, once the password was given (ASVS 7.5.2). */
async function endSessions(context: AppLoadContext, userId: string, sent: FormData) {
  const { accounts } = context.services;
  const prove = (current: string) => accounts.endingSessions({ userId, current });
  const done = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.accounts.security), 303);
  };
  if (sent.get('intent') === 'end-others') {
    const form = checkForm(sent, provedForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await prove(form.value.current);
      await context.session.endOthers();
      return done('account:security.ended');
    });
  }
  const form = checkForm(sent, sessionsForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await prove(form.value.current);
    await context.session.endSome(form.value.sessions);
    return done('factors:sessions.ended');
  });
}

/** The password, the second step, and the open sessions (ASVS 6.2.2, 7.4.3, 7.5.2). */
export default function Security() {
  const { title, email, sessions, factors } = useLoaderData<typeof loader>();
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
      <h2>{t('factors:title')}</h2>
      <p>{t(factors.any ? 'factors:there' : 'factors:none')}</p>
      <p>
        <a href={href(pages.accounts.factors)}>{t(factors.any ? 'factors:change' : 'factors:add')}</a>
      </p>
      <h2>{t('account:security.sessions')}</h2>
      <p>{t('account:security.sessionsLead')}</p>
      <SessionTable sessions={sessions} />
      <EndSessions email={email} others={sessions.filter(({ here }) => !here)} />
    </Page>
  );
}

type ShownSession = ReturnType<typeof presentSessions>[number];

function SessionTable({ sessions }: { sessions: ShownSession[] }) {
  const t = useT();
  return (
    <Table
      caption={t('factors:sessions.caption')}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: t('factors:sessions.where'),
          cell: ({ device, here }) => (here ? t('factors:sessions.here', { device }) : device),
        },
        { label: t('factors:sessions.seen'), cell: ({ seen }) => seen },
        { label: t('factors:sessions.opened'), cell: ({ opened }) => opened },
        { label: t('factors:sessions.place'), cell: ({ place }) => place || t('factors:sessions.nowhere') },
      ]}
    />
  );
}

function EndSessions({ email, others }: { email: string; others: ShownSession[] }) {
  const t = useT();
  if (others.length === 0) return <p>{t('factors:sessions.alone')}</p>;
  return (
    <Form name="sessions" texts="account:fields" labels={{ sessions: t('factors:sessions.choice') }}>
      <UserName email={email} />
      <CheckboxGroup
        name="sessions[]"
        label={t('factors:sessions.choice')}
        options={others.map(({ id, device, seen }) => ({
          value: id,
          label: device,
          hint: t('factors:sessions.seenAt', { date: seen }),
        }))}
      />
      <TextField name="current" type="password" autoComplete="current-password" />
      <ButtonGroup>
        <Button look="secondary">{t('factors:sessions.end')}</Button>
        <Button look="secondary" name="intent" value="end-others">
          {t('account:security.endOthers')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
