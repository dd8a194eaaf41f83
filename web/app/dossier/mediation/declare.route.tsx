import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { declarationForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter, type PageArgs } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { SummaryList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { presentDeclaration } from './present-declaration.server.ts';

export const meta = titleMeta;

/** « Je n’ai aucun conflit d’intérêts »: what a mediator says before reading anything but names (B-10, F-121, §9.5; ADR 31). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await open(args);
  const facts = context.services.dossier.declarationForm(opened);
  return {
    title: context.t('mediation:declare.title'),
    number: facts.number,
    page: presentDeclaration(context.reader, facts),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const opened = await open(args);
  const form = await readForm(request, declarationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { declaration } = form.value;
    const opens = await context.services.dossier.declareConflict(opened, { key: form.key, declaration });
    context.announce(opens ? 'mediation:declare.done' : 'mediation:handBack.done');
    const dossierId = opened.summaryRow.id;
    return redirect(opens ? href(pages.dossier.summary, { dossierId }) : href(pages.dossier.list), 303);
  });
}

/** The dossier as far as names go; once declared, its own pages. */
async function open(args: PageArgs) {
  const { user, params } = enter(pages.dossier.declareNoConflict, args);
  const { opened, declared } = await args.context.services.dossier.openToDeclare(user, params.dossierId);
  if (declared) throw redirect(href(pages.dossier.summary, { dossierId: params.dossierId }), 303);
  return opened;
}

export default function Declare() {
  const t = useT();
  const { title, number, page } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ label: t('dossier:list.title'), to: href(pages.dossier.list) }, { label: number }]}>
      <p className="pc-lead">{t('mediation:declare.intro')}</p>
      <SummaryList
        items={[
          ...page.names.map(({ label, value }) => ({ label, value: <UserText inline>{value}</UserText> })),
          { label: t('mediation:declare.kind'), value: page.kind },
        ]}
      />
      <p>{t('mediation:declare.what')}</p>
      <p>{t('mediation:declare.after')}</p>
      <Form submit={t('mediation:declare.button')} labels={{ declaration: t('mediation:declare.choice') }}>
        <RadioGroup
          name="declaration"
          label={t('mediation:declare.choice')}
          options={[{ value: 'none', label: t('mediation:declare.none') }, ...page.reasons]}
        />
      </Form>
    </Page>
  );
}
