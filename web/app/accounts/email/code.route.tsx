import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { codeForm } from '#contracts/schemas/account.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.accounts.emailCode, args);
  pendingOf(args.context);
  return { title: args.context.t('factors:email.codeTitle') };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.emailCode, args);
  const pending = pendingOf(context);
  const form = await readForm(request, codeForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { code } = form.value;
    await context.services.accounts.confirmEmailChange({ pending, userId: user.id, code, ip: context.ip });
    await context.session.endOthers();
    context.pending.clear();
    context.announce('factors:email.done');
    return redirect(href(pages.accounts.profile), 303);
  });
}

/** What this browser waits for; those who wait for nothing begin again. */
function pendingOf(context: AppLoadContext) {
  const pending = context.services.accounts.readPending(context.pending.get(), 'change_email');
  if (!pending) throw redirect(href(pages.accounts.email), 303);
  return pending;
}

/** The code that proves the new address. */
export default function EmailCode() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('factors:email.title'), to: href(pages.accounts.email) }, { label: title }]}
    >
      <p className="pc-lead">{t('factors:email.codeLead')}</p>
      <Form texts="account:fields" submit={t('factors:email.codeSubmit')}>
        <TextField name="code" size="sm" inputMode="numeric" autoComplete="one-time-code" />
      </Form>
      <p>
        <a href={href(pages.accounts.email)}>{t('account:code.again')}</a>
      </p>
    </Page>
  );
}
