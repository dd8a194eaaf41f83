import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isCode } from '#content/lists/index.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { referralForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { placeRefusal, refusalsOfEmail } from '../../forms/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.issueCodes, args);
  const dossierId = new URL(args.request.url).searchParams.get('dossier');
  const { reader, services } = context;
  return {
    title: context.t('office:request.title'),
    // Those of a dossier, to be issued again: an address would name its consumer, the dossier's id does not.
    values: { language: 'fr', ...(dossierId && (await services.referrals.asIssuedFor(dossierId))) },
    merchants: (await services.directory.enrolledMerchants()).map(({ id, name }) => ({ value: id, label: name })),
    kinds: reader.choices('problemKinds').map(({ code, label }) => ({ value: code, label })),
    ineligible: reader.choices('ineligibility'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.issueCodes, args);
  const form = await readForm(
    request,
    referralForm((code) => isCode('problemKinds', code)),
  );
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { email: refusalsOfEmail }, async () => {
      await context.services.referrals.issue({ officerId: officer.id, form: form.value, key: form.key });
      context.announce('office:codes.issuedDone');
      return redirect(href(pages.office.codes), 303);
    }),
  );
}

export default function Request() {
  const t = useT();
  const { merchants, kinds, ineligible, values } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('office:request.title')}
      crumbs={[{ label: t('office:codes.title'), to: href(pages.office.codes) }, { label: t('office:request.title') }]}
    >
      <p>{t('office:request.intro')}</p>
      <Notice kind="neutral" title={t('office:request.ineligible')}>
        <ul>
          {ineligible.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      </Notice>
      <Form texts="office:request.fields" values={values} submit={t('office:request.submit')}>
        <TextField name="email" type="email" autoComplete="off" />
        <Select name="merchantId" options={merchants} />
        <Select name="problemKind" options={kinds} />
        <RadioGroup
          name="language"
          options={[
            { value: 'fr', label: t('office:request.fr') },
            { value: 'en', label: t('office:request.en') },
          ]}
        />
      </Form>
    </Page>
  );
}
