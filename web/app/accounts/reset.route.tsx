import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { resetForm } from '#contracts/schemas/account.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { openSession } from './factors/open-session.server.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  pendingOf(context);
  return { title: context.t('account:forgot.codeTitle') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const pending = pendingOf(context);
  const form = await readForm(request, resetForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const userId = await context.services.accounts.resetPassword({ pending, ...form.value, ip: context.ip });
    context.pending.clear();
    context.announce('account:forgot.done');
    return openSession(context, { userId }, href(pages.accounts.profile));
  });
}

function pendingOf(context: AppLoadContext) {
  const pending = context.services.accounts.readPending(context.pending.get(), 'reset_password');
  if (!pending) throw redirect(href(pages.accounts.forgot), 303);
  return pending;
}

/** The code, and the new password in one form. */
export default function Reset() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:forgot.codeLead')}</p>
      <Form texts="account:fields" submit={t('account:forgot.codeSubmit')}>
        <TextField name="code" size="sm" inputMode="numeric" autoComplete="one-time-code" />
        <TextField
          name="password"
          type="password"
          autoComplete="new-password"
          label={t('account:forgot.newPassword')}
          hint={t('account:password.hint')}
        />
      </Form>
      <p>
        <a href={href(pages.accounts.forgot)}>{t('account:code.again')}</a>
      </p>
    </Page>
  );
}
