import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { codeForm } from '#contracts/schemas/account.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';
import { openSession } from './factors/open-session.server.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { askedPage, withAsked } from './page-after-sign-in.ts';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  pendingOf(context);
  return { title: context.t('account:code.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asked = askedPage(request);
  const pending = pendingOf(context);
  const { accounts } = context.services;
  const sent = await readFields(request);
  const again = checkForm(sent, z.object({}));
  if (again.intent === 'again') {
    return attempt(again.values, async () => {
      context.pending.set(await accounts.resendVerification({ pending, ip: context.ip }));
      context.announce('account:code.sentAgain');
      return redirect(withAsked(href(pages.accounts.verify), asked), 303);
    });
  }
  const form = checkForm(sent, codeForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const userId = await accounts.verifyEmail({ pending, code: form.value.code, ip: context.ip });
    context.pending.clear();
    context.announce('account:code.verified');
    return openSession(context, { userId }, withAsked(href(pages.accounts.profile), asked));
  });
}

/** What this browser waits for; those who wait for nothing begin again. */
function pendingOf(context: AppLoadContext) {
  const pending = context.services.accounts.readPending(context.pending.get(), 'verify_email');
  if (!pending) throw redirect(href(pages.accounts.signIn), 303);
  return pending;
}

/** F-011: the address is proved by a code sent to it. */
export default function Verify() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:code.lead')}</p>
      <Form texts="account:fields">
        <TextField name="code" size="sm" inputMode="numeric" autoComplete="one-time-code" />
        <ButtonGroup>
          <Button>{t('account:code.submit')}</Button>
          <Button look="simple" name="intent" value="again" formNoValidate>
            {t('account:code.again')}
          </Button>
        </ButtonGroup>
      </Form>
      <p>{t('account:code.help')}</p>
    </Page>
  );
}
