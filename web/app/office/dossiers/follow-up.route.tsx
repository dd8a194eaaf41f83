import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { answerForm, contactForm, stepDoneForm, stepForm } from '#contracts/schemas/office-desk.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { ContactForm, ContactLog, Letters, NextStep, People, Reminders, Reports } from './FollowUp.tsx';
import { presentFollowUp } from './present-follow-up.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: officer, params } = enter(pages.office.followUp, args);
  const whole = new URL(args.request.url).searchParams.has('tout');
  const facts = await context.services.office.followUp(officer, { dossierId: params.dossierId, whole });
  return {
    title: context.t('office:followUp.title', { number: facts.number }),
    page: presentFollowUp(context.reader, facts),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.followUp, args);
  const { office } = context.services;
  const { dossierId } = params;
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.office.followUp, { dossierId }), 303);
  };
  const sent = await readFields(request);
  const name = sent.get('form_name');
  if (name === 'step') {
    const form = checkForm(sent, stepForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      const when = await office.planStep(officer, { dossierId, form: form.value, key: form.key });
      return back(`office:followUp.stepPlanned.${when}`);
    });
  }
  if (name === 'done') {
    const form = checkForm(sent, stepDoneForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await office.finishStep(officer, { dossierId, form: form.value, key: form.key });
      return back('office:followUp.stepDone');
    });
  }
  if (name === 'answer') {
    const form = checkForm(sent, answerForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await office.answerReport(officer, { dossierId, form: form.value, key: form.key });
      return back('office:followUp.answered');
    });
  }
  const form = checkForm(sent, contactForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await office.noteContact(officer, { dossierId, form: form.value, key: form.key });
    return back('office:followUp.contactDone');
  });
}

/** Reaching a party that does not answer: what was sent, calls, letters, what comes next (F-005, F-130, F-136, B-11). */
export default function FollowUp() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const { id, number } = page;
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('office:dossiers.title'), to: href(pages.office.dossiers) },
        { label: number, to: href(pages.office.dossier, { dossierId: id }) },
        { label: t('office:followUp.crumb') },
      ]}
    >
      <StaleRefusal
        shown={['contact', 'step', ...(page.step ? ['done'] : []), ...(page.reports.length > 0 ? ['answer'] : [])]}
      />
      <p>{t('office:followUp.note')}</p>
      <DescriptionList items={page.lines} />
      <p>
        <a href={href(pages.office.dossier, { dossierId: id })}>
          {t(page.running ? 'office:followUp.nudge' : 'office:followUp.back')}
        </a>
      </p>
      <People people={page.people} />
      <Reports reports={page.reports} />
      <Reminders reminders={page.reminders} />
      <Letters letters={page.letters} />
      <NextStep step={page.step} today={page.today} />
      <ContactForm />
      <ContactLog contacts={page.contacts} cut={page.cut} />
    </Page>
  );
}
