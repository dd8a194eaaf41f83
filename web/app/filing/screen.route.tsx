import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { z } from 'zod';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import {
  formScreens,
  isFormScreen,
  screenCodes,
  shownValue,
  stepOfScreen,
  type ScreenCode,
  type ScreenField,
} from '#contracts/schemas/intake-screens.ts';
import { proposalValues } from '#contracts/schemas/proposal.ts';
import { addressOf } from '#domain/agreement/model.ts';
import { steps } from '#domain/problem/missing.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm, replyWith, type TextKey } from '../forms/read-form.ts';
import { Autosave } from './Autosave.tsx';
import { PriorStepFields, RemedyFields, ScreenFields } from './ScreenFields.tsx';
import { AgreementSheet } from '../dossier/proposals/AgreementSheet.tsx';
import type { SheetData } from '../dossier/types.ts';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { CheckboxGroup } from '../ui/Choice.tsx';
import { Details } from '../ui/Details.tsx';
import { DescriptionList } from '../ui/Lists.tsx';
import { Form, useFormReply } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Columns } from '../ui/Stack.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export const meta = titleMeta;

const inOrder = screenCodes.filter((code) => code !== 'representation');

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.screen, args);
  const { intake } = context.services;
  const screen = params.screen;
  if (!intake.isSavedScreen(screen)) throw new AppError('access.not_found');
  const draft = await intake.draft(user, params.dossierId);
  // Who may read and not write (F-071) reads the whole on one page.
  if (!draft.writable) throw redirect(href(pages.filing.review, { dossierId: draft.opened.head.id }), 303);
  const view = intake.present(draft, context.language, context.t);
  const values = valuesOf(screen, view, context.language);
  // Back from depositing what supports the damages (F-064): it is chosen, where nothing was.
  const deposited = new URL(request.url).searchParams.get('piece');
  if (screen === 'details' && view.documents.some(({ id }) => id === deposited)) chooseForDamages(values, deposited);
  return {
    title: context.t(`intake:screens.${screen}.title`),
    screen: screen as ScreenCode,
    view,
    base: intake.base(screen, draft),
    values,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.screen, args);
  const { intake } = context.services;
  const screen = params.screen;
  const dossierId = params.dossierId;
  const form = await readForm(request, z.looseObject({}));
  return attempt(form.values, () => saveAndGoOn());

  async function saveAndGoOn() {
    if (!intake.isSavedScreen(screen)) throw new AppError('access.not_found');
    const draft = await intake.writableDraft(user, dossierId);
    const base = typeof form.values['base'] === 'string' && form.values['base'] !== '' ? form.values['base'] : null;
    const saving = await intake.save(draft, screen, form.values, base);
    if (saving.outcome === 'conflict')
      return replyWith(form.values, { errors: { conflict: { key: 'intake:conflict' } }, status: 409 });
    const to = (next: string) => href(pages.filing.screen, { dossierId, screen: next });
    if (form.intent === 'later') return redirect(href(pages.filing.tasks, { dossierId }), 303);
    if (form.intent === 'add') return redirect(withQuery(to(screen), { plus: '1' }), 303);
    if (form.intent === 'document') return redirect(withQuery(to('documents'), { retour: 'details' }), 303);
    const after = intake.present(await intake.writableDraft(user, dossierId), context.language, context.t);
    const errors: Record<string, TextKey> = {};
    for (const each of after.left)
      if (each.screen === screen) errors[each.field] ??= { key: each.key, params: { field: each.fieldLabel } };
    if (Object.keys(errors).length > 0) return replyWith(form.values, { errors });
    return redirect(to(inOrder[inOrder.indexOf(screen) + 1] ?? 'revision'), 303);
  }
}

type View = ReturnType<AppLoadContext['services']['intake']['present']>;

function valuesOf(screen: string, view: View, language: 'fr' | 'en'): Record<string, unknown> {
  if (isFormScreen(screen)) {
    const { store, fields } = formScreens[screen];
    const stored = view[store] as Record<string, unknown>;
    const values: Record<string, unknown> = {};
    for (const field of fields as readonly ScreenField[]) {
      values[field.name] =
        field.type === 'codes' ? (stored[field.name] ?? []) : shownValue(field, stored[field.name], language);
    }
    if (screen === 'bien' && view.problem.subcategory)
      values['category'] = `${view.problem.category}.${view.problem.subcategory}`;
    return values;
  }
  if (screen === 'demarches') return { priorSteps: { ...(view.problem.priorSteps ?? []) } };
  return proposalValues({ remedies: view.remedies, terms: view.terms }, language);
}

function chooseForDamages(values: Record<string, unknown>, documentId: string | null): void {
  const damages = (values['dommages'] ?? {}) as Record<string, unknown>;
  values['dommages'] = { ...damages, document: damages['document'] || documentId };
}

export default function Screen() {
  const t = useT();
  const { screen, view, base, values } = useLoaderData<typeof loader>();
  const [sheet, setSheet] = useState<SheetData>(view.sheet);
  const root = href(pages.filing.tasks, { dossierId: view.id });
  const step = stepOfScreen[screen];
  const proposal = step === 'proposal';
  const conflict = useFormReply()?.errors['conflict'] !== undefined;
  const rows = Math.min(20, (view.problem.priorSteps?.length ?? 0) + 1);
  const labels = Object.fromEntries(
    view.left.filter((each) => each.screen === screen).map((each) => [each.field, each.fieldLabel]),
  );
  const form = (
    <>
      <Autosave savedAt={view.savedAt} {...(proposal ? { onSheet: setSheet } : {})} />
      {screen === 'commercant' ? (
        <DescriptionList
          items={[
            { label: t('dossier:summary.name'), value: view.merchant.name },
            {
              label: t('dossier:summary.address'),
              value: addressOf(view.merchant),
            },
            { label: t('dossier:summary.phone'), value: view.merchant.phone },
            { label: t('dossier:summary.email'), value: view.merchant.email },
          ]}
        />
      ) : null}
      {screen === 'vous' ? (
        <DescriptionList
          items={[
            { label: t('dossier:summary.name'), value: view.consumer.name },
            { label: t('dossier:summary.email'), value: view.consumer.email },
          ]}
        />
      ) : null}
      {screen === 'details' && view.remedies.length === 0 ? (
        <Notice kind="information" title={t('intake:noRemedies')}>
          <p>
            <a href={href(pages.filing.screen, { dossierId: view.id, screen: 'solutions' })}>
              {t('intake:toSolutions')}
            </a>
          </p>
        </Notice>
      ) : null}
      {proposal && view.incompatible.length > 0 ? (
        <Notice kind="warning">
          {view.incompatible.map((pair) => (
            <p key={`${pair.remedy}${pair.other}`}>{t('intake:incompatible', pair)}</p>
          ))}
        </Notice>
      ) : null}
      {conflict ? (
        <p>
          <a href={href(pages.filing.screen, { dossierId: view.id, screen })} target="_blank" rel="noreferrer">
            {t('intake:readOther')}
          </a>
        </p>
      ) : null}
      <Form
        texts="intake:fields"
        values={values}
        labels={labels}
        data={{ 'data-autosave': href(pages.filing.autosave, { dossierId: view.id, screen }) }}
      >
        <input type="hidden" name="base" defaultValue={base} />
        {isFormScreen(screen) ? <ScreenFields screen={screen} lists={view.lists} /> : null}
        {screen === 'demarches' ? <PriorStepFields count={rows} lists={view.lists} /> : null}
        {screen === 'solutions' ? (
          <CheckboxGroup
            name="remedy[]"
            options={view.catalogue.map(({ code, label, hint }) => ({ value: code, label, ...(hint ? { hint } : {}) }))}
          />
        ) : null}
        {screen === 'details' ? (
          <RemedyFields
            catalogue={view.catalogue}
            ticked={view.remedies.map(({ code }) => code)}
            documents={view.documents}
          />
        ) : null}
        {screen === 'modalites' ? <TextArea name="terms" rows={10} optional /> : null}
        <ButtonGroup>
          <Button>{t('intake:next')}</Button>
          {screen === 'demarches' ? (
            <Button look="secondary" name="intent" value="add">
              {t('intake:addStep')}
            </Button>
          ) : null}
          {screen === 'details' && view.remedies.some(({ code }) => code === 'dommages') ? (
            <Button look="secondary" name="intent" value="document">
              {t('intake:addDocument')}
            </Button>
          ) : null}
          <Button look="tertiary" name="intent" value="later" formNoValidate>
            {t('intake:later')}
          </Button>
        </ButtonGroup>
      </Form>
      {proposal ? (
        <p>
          <a href={`${href(pages.public.help)}#negotiation`}>{t('intake:tools')}</a>
        </p>
      ) : null}
    </>
  );
  return (
    <Page
      title={t(`intake:screens.${screen}.title`)}
      subhead={t('intake:step', { number: steps.indexOf(step) + 1, step: t(`checks:steps.${step}`) })}
      width={proposal ? 'full' : 'reading'}
      crumbs={[
        { label: t('intake:list'), to: href(pages.dossier.list) },
        { label: view.number, to: root },
        { label: t(`intake:screens.${screen}.title`) },
      ]}
    >
      <p>{t(`intake:screens.${screen}.intro`)}</p>
      {screen === 'demarches' ? <p>{t('intake:noneSteps')}</p> : null}
      {proposal ? (
        <Columns shape="main-aside">
          <div>{form}</div>
          <div className="pc-live">
            <Details summary={t('intake:sheetShow')} openWhenWide>
              <p>{t('intake:sheetNote')}</p>
              <AgreementSheet sheet={sheet} scroll />
            </Details>
          </div>
        </Columns>
      ) : (
        form
      )}
    </Page>
  );
}
