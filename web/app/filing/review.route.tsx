import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { formatDate, formatMoney } from '#content/texts/format.ts';
import {
  formScreens,
  shownValue,
  type FormScreenCode,
  type ScreenCode,
  type ScreenField,
} from '#contracts/schemas/intake-screens.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { AgreementPreview } from '../dossier/proposals/AgreementPreview.tsx';
import { screenAddress } from './screen-address.ts';
import { DraftBanner } from './DraftBanner.tsx';
import type { DraftLists } from './types.ts';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useLanguage, useT } from '../texts.tsx';
import { Form } from '../ui/Form.tsx';
import { SummaryList } from '../ui/Lists.tsx';
import { Notice } from '../ui/Notice.tsx';
import { UserText } from '../ui/UserText.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.filing.review, args);
  const { intake } = context.services;
  const draft = await intake.draft(user, params.dossierId);
  return {
    title: context.t('intake:screens.review.title'),
    view: intake.present(draft, context.language, context.t),
    read: intake.readMark(draft),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.review, args);
  const { intake } = context.services;
  const dossierId = params.dossierId;
  const form = await readForm(request, z.looseObject({}));
  return attempt(form.values, async () => {
    const read = form.values['read'];
    await intake.submit(await intake.writableDraft(user, dossierId), form.key, typeof read === 'string' ? read : null);
    context.announce('intake:review.submitted');
    return redirect(href(pages.dossier.summary, { dossierId }), 303);
  });
}

const sections: FormScreenCode[] = ['you', 'merchant', 'good', 'contract', 'nature', 'narrative'];

export default function Review() {
  const t = useT();
  const language = useLanguage();
  const { view, read } = useLoaderData<typeof loader>();
  const root = href(pages.filing.tasks, { dossierId: view.id });
  const link = (screen: ScreenCode) => {
    const what = t(`intake:screens.${screen}.title`);
    return view.writable ? (
      <a href={screenAddress(view.id, screen)}>{t('intake:review.changeWhat', { what })}</a>
    ) : null;
  };
  return (
    <Page
      title={t('intake:screens.review.title')}
      subhead={t('intake:step', { number: 5, step: t('checks:steps.review') })}
      crumbs={[
        { label: t('intake:list'), to: href(pages.dossier.list) },
        { label: view.number, to: root },
        { label: t('checks:steps.review') },
      ]}
    >
      <DraftBanner
        expired={view.expired}
        representedBy={view.representedBy}
        actsForConsumer={view.actsForConsumer}
        consumerName={view.consumer.name}
      />
      {view.writable && view.left.length === 0 ? <p>{t('intake:screens.review.intro')}</p> : null}
      {view.writable && view.left.length > 0 ? (
        <Notice kind="warning" title={t('intake:review.missingTitle')}>
          <ul>
            {view.left.map((each) => (
              <li key={`${each.screen}${each.field}`}>
                <a href={`${screenAddress(view.id, each.screen)}#champ-${each.field.replaceAll(/[^\w-]/g, '-')}`}>
                  {t(each.key, { field: each.fieldLabel })}
                </a>
              </li>
            ))}
          </ul>
          <p>{t('intake:review.incomplete')}</p>
        </Notice>
      ) : null}
      {view.writable && view.advice.length > 0 ? (
        <Notice kind="information" title={t('intake:review.adviceTitle')}>
          <ul>
            {view.advice.map((advice) => (
              <li key={advice}>{t(`checks:advice.${advice}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {sections.map((screen) => (
        <section key={screen}>
          <h2>{t(`intake:screens.${screen}.title`)}</h2>
          <SummaryList
            items={(formScreens[screen].fields as readonly ScreenField[])
              .filter(({ type }) => type !== 'tick')
              .map((field) => {
                const stored = (view[formScreens[screen].store] as Record<string, unknown>)[field.name];
                return {
                  label: t(`intake:fields.${field.name}.label`),
                  value: <Answer>{inWords(field, stored, view.lists, language, t)}</Answer>,
                };
              })}
          />
          <p>{link(screen)}</p>
        </section>
      ))}
      <section>
        <h2>{t('intake:screens.steps.title')}</h2>
        {view.problem.priorSteps?.length ? null : <p>{t('intake:review.noSteps')}</p>}
        <SummaryList
          items={(view.problem.priorSteps ?? []).map((step) => ({
            label: view.lists.priorStepMeans.find(({ code }) => code === step.means)?.label ?? '',
            value: (
              <Answer>
                {[step.date && formatDate(language, step.date), step.person, step.outcome].filter(Boolean).join(' · ')}
              </Answer>
            ),
          }))}
        />
        <p>{link('steps')}</p>
      </section>
      <section>
        <h2>{t('intake:screens.documents.title')}</h2>
        {view.documents.length > 0 ? null : <p>{t('intake:review.noDocuments')}</p>}
        <SummaryList
          items={view.documents.map((document) => ({
            label: document.kindLabel,
            value: <Answer>{document.title}</Answer>,
          }))}
        />
        <p>{link('documents')}</p>
      </section>
      <section>
        <h2>{t('intake:review.sheetTitle')}</h2>
        <AgreementPreview preview={view.sheet} />
        <p>{link('remedies')}</p>
        <p>{link('remedyDetails')}</p>
        <p>{link('terms')}</p>
      </section>
      {view.writable ? (
        <>
          <Notice kind="neutral" title={t('intake:review.whatNext')}>
            <ol>
              <li>{t('intake:review.next1')}</li>
              <li>{t('intake:review.next2')}</li>
              <li>{t('intake:review.next3')}</li>
            </ol>
          </Notice>
          <Form {...(view.left.length === 0 ? { submit: t('intake:review.submit') } : {})}>
            <input type="hidden" name="read" value={read} />
          </Form>
        </>
      ) : null}
    </Page>
  );
}

function Answer({ children }: { children: string }) {
  const t = useT();
  return children ? <UserText>{children}</UserText> : <>{t('intake:review.none')}</>;
}

function inWords(
  field: ScreenField,
  value: unknown,
  lists: DraftLists,
  language: 'fr' | 'en',
  t: (key: string) => string,
): string {
  if (value === undefined || value === null) return '';
  if (field.name === 'category') return lists.categories.find(({ code }) => code === value)?.label ?? '';
  if (field.type === 'yesNo') return t(value === true ? 'intake:yes' : 'intake:no');
  if (field.type === 'codes')
    return (value as string[])
      .map((code) => lists.problemNature.find((each) => each.code === code)?.label ?? code)
      .join('\n');
  if (field.type === 'choice') return lists[field.list as 'conditions'].find(({ code }) => code === value)?.label ?? '';
  if (field.type === 'date' && typeof value === 'string') return formatDate(language, value);
  if (field.type === 'money' && typeof value === 'number') return formatMoney(language, value);
  return shownValue(field, value, language);
}
