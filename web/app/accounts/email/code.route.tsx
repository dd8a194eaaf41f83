import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { codeForm, twoCodesForm } from '#contracts/schemas/account.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.accounts.emailCode, args);
  const awaited = await context.services.accounts.emailChangeAwaited({ pending: pendingOf(context), userId: user.id });
  if (!awaited) throw redirect(href(pages.accounts.email), 303);
  return { title: context.t(`factors:email.${awaited.formerAsked ? 'codeTitle' : 'codeTitleOne'}`), ...awaited };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.accounts.emailCode, args);
  const pending = pendingOf(context);
  const { accounts } = context.services;
  const awaited = await accounts.emailChangeAwaited({ pending, userId: user.id });
  const form = await readForm(request, awaited?.formerAsked ? twoCodesForm : codeForm.extend({ formerCode: none }));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await accounts.confirmEmailChange({ pending, userId: user.id, ...form.value, ip: context.ip });
    await context.session.endOthers();
    context.pending.clear();
    context.announce('factors:email.done');
    return redirect(href(pages.accounts.profile), 303);
  });
}

/** Where no code is asked at the former address. */
const none = z
  .string()
  .optional()
  .transform(() => '');

/** What this browser waits for; those who wait for nothing begin again. */
function pendingOf(context: AppLoadContext) {
  const pending = context.services.accounts.readPending(context.pending.get(), 'change_email');
  if (!pending) throw redirect(href(pages.accounts.email), 303);
  return pending;
}

/** The codes by which the owner agrees at the former address and proves the new one (ADR 53). */
export default function EmailCode() {
  const { title, formerEmail, newEmail, formerAsked } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('factors:email.title'), to: href(pages.accounts.email) }, { label: title }]}
    >
      <p className="pc-lead">{t(`factors:email.${formerAsked ? 'codeLead' : 'codeLeadOne'}`)}</p>
      <Form texts="account:fields" submit={t('factors:email.codeSubmit')}>
        {formerAsked ? (
          <TextField
            name="formerCode"
            size="sm"
            inputMode="numeric"
            autoComplete="off"
            label={t('factors:email.codeFormer', { email: formerEmail })}
            hint={t('account:fields.code.hint')}
          />
        ) : null}
        <TextField
          name="code"
          size="sm"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('factors:email.codeNew', { email: newEmail })}
        />
      </Form>
      <p>
        <a href={href(pages.accounts.email)}>{t('factors:email.again')}</a>
      </p>
    </Page>
  );
}
