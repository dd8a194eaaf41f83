import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { emailForm } from '#contracts/schemas/account.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: context.t('account:forgot.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, emailForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, device, services } = context;
    context.pending.set(await services.accounts.askReset({ email: form.value.email, ip, device }));
    return redirect(href(pages.accounts.reset), 303);
  });
}

/** Asks for a code; the answer is the same whether the address has an account or not. */
export default function Forgot() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('account:signIn.title'), to: href(pages.accounts.signIn) }, { label: title }]}
    >
      <p className="pc-lead">{t('account:forgot.lead')}</p>
      <Form texts="account:fields" submit={t('account:forgot.submit')}>
        <TextField name="email" type="email" autoComplete="username" />
      </Form>
    </Page>
  );
}
