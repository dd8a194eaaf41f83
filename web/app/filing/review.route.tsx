import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import type { ScreenCode } from '#contracts/schemas/filing-screens.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { AgreementPreview } from '../dossier/proposals/AgreementPreview.tsx';
import { screenAddress, screenTexts } from './screens/screen-address.ts';
import { DraftBanner } from './DraftBanner.tsx';
import { presentReview } from './review.present.server.ts';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { SummaryList } from '../ui/data/Lists.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { UserText } from '../ui/data/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.filing.review, args);
  const { filing } = context.services;
  const draft = await filing.load(user, params.dossierId);
  return {
    title: context.t('filing:screens.review.title'),
    number: draft.opened.summaryRow.number,
    review: presentReview(context.reader, filing.facts(draft)),
    read: filing.readMark(draft),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.review, args);
  const { filing } = context.services;
  const dossierId = params.dossierId;
  const form = await readForm(request, z.looseObject({}));
  return attempt(form.values, async () => {
    const read = form.values['read'];
    const draft = await filing.loadWritable(user, dossierId);
    await filing.submit({ draft, key: form.key, read: typeof read === 'string' ? read : null });
    context.announce('filing:review.submitted');
    return redirect(href(pages.dossier.summary, { dossierId }), 303);
  });
}

export default function Review() {
  const t = useT();
  const { review, read } = useLoaderData<typeof loader>();
  const root = href(pages.filing.tasks, { dossierId: review.id });
  const link = (screen: ScreenCode) => {
    const what = t(`${screenTexts(screen, review)}.title`);
    return review.writable ? (
      <a href={screenAddress(review.id, screen)}>{t('filing:review.changeWhat', { what })}</a>
    ) : null;
  };
  return (
    <Page
      title={t('filing:screens.review.title')}
      subhead={t('filing:step', { number: 5, step: t('checks:steps.review') })}
      crumbs={[
        { label: t('filing:list'), to: href(pages.dossier.list) },
        { label: review.number, to: root },
        { label: t('checks:steps.review') },
      ]}
    >
      <DraftBanner
        expired={review.expired}
        representedBy={review.representedBy}
        actsForConsumer={review.actsForConsumer}
        consumerName={review.consumerName}
      />
      {review.writable && review.remaining.length === 0 ? <p>{t('filing:screens.review.intro')}</p> : null}
      {review.writable && review.remaining.length > 0 ? (
        <Notice kind="warning" title={t('filing:review.missingTitle')}>
          <ul>
            {review.remaining.map((each) => (
              <li key={`${each.screen}${each.field}`}>
                <a href={`${screenAddress(review.id, each.screen)}#champ-${each.field.replaceAll(/[^\w-]/g, '-')}`}>
                  {t(each.key, { field: each.fieldLabel })}
                </a>
              </li>
            ))}
          </ul>
          <p>{t('filing:review.incomplete')}</p>
        </Notice>
      ) : null}
      {review.writable && review.advice.length > 0 ? (
        <Notice kind="information" title={t('filing:review.adviceTitle')}>
          <ul>
            {review.advice.map((advice) => (
              <li key={advice}>{t(`checks:advice.${advice}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {review.sections.map(({ screen, answers }) => (
        <section key={screen}>
          <h2>{t(`${screenTexts(screen, review)}.title`)}</h2>
          <Answers answers={answers} />
          <p>{link(screen)}</p>
        </section>
      ))}
      <section>
        <h2>{t('filing:screens.steps.title')}</h2>
        {review.priorSteps.length > 0 ? null : <p>{t('filing:review.noSteps')}</p>}
        <Answers answers={review.priorSteps} />
        <p>{link('steps')}</p>
      </section>
      <section>
        <h2>{t('filing:screens.documents.title')}</h2>
        {review.documents.length > 0 ? null : <p>{t('filing:review.noDocuments')}</p>}
        <Answers answers={review.documents} />
        <p>{link('documents')}</p>
      </section>
      <section>
        <h2>{t('filing:review.previewTitle')}</h2>
        <AgreementPreview preview={review.agreementPreview} />
        <p>{link('remedies')}</p>
        <p>{link('remedyDetails')}</p>
        <p>{link('terms')}</p>
      </section>
      {review.writable ? (
        <>
          <Notice kind="neutral" title={t('filing:review.whatNext')}>
            <ol>
              <li>{t('filing:review.next1')}</li>
              <li>{t('filing:review.next2')}</li>
              <li>{t('filing:review.next3')}</li>
            </ol>
          </Notice>
          <Form {...(review.remaining.length === 0 ? { submit: t('filing:review.submit') } : {})}>
            <input type="hidden" name="read" value={read} />
          </Form>
        </>
      ) : null}
    </Page>
  );
}

function Answers({ answers }: { answers: { label: string; answer: string }[] }) {
  const t = useT();
  const none = t('filing:review.none');
  return (
    <SummaryList
      items={answers.map(({ label, answer }) => ({ label, value: answer ? <UserText>{answer}</UserText> : none }))}
    />
  );
}
