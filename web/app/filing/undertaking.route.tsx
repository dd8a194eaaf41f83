import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { undertakingForm } from '#contracts/schemas/filing.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { Page } from '../layout/Page.tsx';
import { presentTerms } from '../layout/terms.present.server.ts';
import { TermsSheet } from '../layout/TermsSheet.tsx';
import { unticked, VersionsShown } from '../layout/VersionsShown.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { Checkbox } from '../ui/form/Choice.tsx';
import { Form } from '../ui/form/Form.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.filing.undertaking, args);
  const dossierId = params.dossierId;
  const waiting = (await context.services.referrals.openRequests(user.id)).find((each) => each.dossierId === dossierId);
  // Already open (sent twice, or opened in another window): its steps are the next page.
  if (!waiting) throw redirect(href(pages.filing.tasks, { dossierId }), 303);
  const { merchantName, reference } = waiting;
  const { draft: days } = await context.services.help.durations();
  return {
    title: context.t('filing:undertaking.title'),
    of: [merchantName, reference],
    waiting,
    days,
    ...presentTerms(context.reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.undertaking, args);
  const dossierId = params.dossierId;
  const form = await readForm(request, undertakingForm);
  if (!form.ok) return form.reply;
  return attempt(unticked(form.values), async () => {
    const { language, ip } = context;
    await context.services.referrals.openFiling({ user, dossierId, shown: form.value, language, ip });
    return redirect(href(pages.filing.tasks, { dossierId }), 303);
  });
}

export default function Undertaking() {
  const t = useT();
  const { waiting, days, documents, termsVersion, confidentialityVersion } = useLoaderData<typeof loader>();
  const labels = {
    terms: t('filing:undertaking.termsTitle'),
    confidentiality: t('filing:undertaking.confidentialityTitle'),
  };
  return (
    <Page title={t('filing:undertaking.title')} subhead={`${waiting.merchantName} · ${waiting.reference}`}>
      <p>{t('filing:undertaking.intro', { count: days })}</p>
      {documents.map((document) => (
        <TermsSheet key={document.kind} document={document} scroll />
      ))}
      <Form submit={t('filing:undertaking.submit')} labels={labels}>
        <VersionsShown termsVersion={termsVersion} confidentialityVersion={confidentialityVersion} />
        <Checkbox name="terms" label={t('filing:undertaking.acceptTerms')} />
        <Checkbox name="confidentiality" label={t('filing:undertaking.acceptConfidentiality')} />
      </Form>
    </Page>
  );
}
