import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { invitationForm } from '#contracts/schemas/filing.ts';
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
import { TextField } from '../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.representation.invitation, args);
  return { title: context.t('filing:invitation.title'), ...presentTerms(context.reader) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.representation.invitation, args);
  const form = await readForm(request, invitationForm);
  if (!form.ok) return form.reply;
  return attempt(unticked(form.values), async () => {
    const { language, ip } = context;
    const accepted = { user, form: form.value, key: form.key, language, ip };
    const dossierId = await context.services.representation.acceptInvitation(accepted);
    context.announce('filing:invitation.accepted');
    return redirect(href(pages.dossier.summary, { dossierId }), 303);
  });
}

export default function Invitation() {
  const t = useT();
  const { documents, termsVersion, confidentialityVersion } = useLoaderData<typeof loader>();
  return (
    <Page title={t('filing:invitation.title')}>
      <p>{t('filing:invitation.intro')}</p>
      {documents.map((document) => (
        <TermsSheet key={document.kind} document={document} scroll />
      ))}
      <Form texts="filing:invitation.fields" submit={t('filing:invitation.submit')}>
        <VersionsShown termsVersion={termsVersion} confidentialityVersion={confidentialityVersion} />
        <TextField name="number" size="md" autoComplete="off" />
        <TextField name="validationKey" size="md" autoComplete="off" data={{ 'data-kept-here': '' }} />
        <Checkbox name="adult" />
        <Checkbox name="notLawyer" />
        <Checkbox name="terms" />
        <Checkbox name="confidentiality" />
      </Form>
    </Page>
  );
}
