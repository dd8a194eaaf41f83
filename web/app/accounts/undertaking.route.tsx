import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pages } from '#contracts/pages/index.ts';
import { undertakingForm } from '#contracts/schemas/account.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { presentTerms } from '../layout/terms.present.server.ts';
import { TermsSheet } from '../layout/TermsSheet.tsx';
import { unticked, VersionsShown } from '../layout/VersionsShown.tsx';
import { useT } from '../texts.tsx';
import { Checkbox } from '../ui/form/Choice.tsx';
import { Form } from '../ui/form/Form.tsx';
import { askedPage, homeOf } from './page-after-sign-in.ts';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.accounts.undertaking, args);
  if (!user.termsDue) throw redirect(homeOf(user.kind, askedPage(request)), 303);
  return { title: context.t('account:undertaking.title'), ...presentTerms(context.reader, user.kind) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.accounts.undertaking, args);
  const form = await readForm(request, undertakingForm);
  if (!form.ok) return form.reply;
  return attempt(unticked(form.values), async () => {
    const { language, ip } = context;
    const { id: by, kind } = user;
    await context.services.accounts.acceptTerms({ by, kind, for: null, shown: form.value, language, ip });
    context.announce('account:undertaking.done');
    return redirect(homeOf(user.kind, askedPage(request)), 303);
  });
}

/** F-006, F-007, F-018, A-20: nothing else opens until both texts in force are accepted. */
export default function Undertaking() {
  const { title, documents, termsVersion, confidentialityVersion } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('account:undertaking.lead')}</p>
      {documents.map((document) => (
        <TermsSheet key={document.kind} document={document} scroll />
      ))}
      <Form texts="account:fields" submit={t('account:undertaking.submit')}>
        <VersionsShown termsVersion={termsVersion} confidentialityVersion={confidentialityVersion} />
        <Checkbox name="terms" />
        <Checkbox name="confidentiality" />
      </Form>
    </Page>
  );
}
