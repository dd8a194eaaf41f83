import { isOneOf, keysOf } from '#domain/known-values.ts';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { screenCodes, screenOfSlug, screenSlugs, stepOfScreen } from '#contracts/schemas/filing-screens.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm, replyWith, type TextKey } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { useFormReply } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { presentDraft } from '../draft.present.server.ts';
import { RepresentationLink } from '../RepresentationLink.tsx';
import { SavedForm } from '../SavedForm.tsx';
import { ScreenPage } from './ScreenPage.tsx';
import { screenAddress, screenTexts } from './screen-address.ts';
import { withDocument } from './remedy-details.tsx';
import type { DraftView } from './filing-screen.ts';
import { filingScreens } from './index.ts';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

export const meta = titleMeta;

/** The screens of a filing in their order; the representative has a page of their own. */
const inOrder = screenCodes.filter((code) => code !== 'representation');

/**
 * One screen of a filing (F-057), whichever its address names: contact details (F-058), the good and the contract (F-059), steps taken before (F-060), the
 * nature of the problem (F-061), free text (F-062), solutions (F-063) and terms (F-065). « Parties » leads to naming a representative (F-074), the proposal
 * to the tools that help to negotiate (F-066).
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.screen, args);
  const { filing } = context.services;
  const screen = savedScreen(params.screen);
  const draft = await filing.load(user, params.dossierId);
  // A person who may read but not write (F-071) reads everything on one page.
  if (!draft.writable) throw redirect(href(pages.filing.review, { dossierId: draft.opened.summaryRow.id }), 303);
  const view = presentDraft(context.reader, filing.facts(draft));
  const values = filingScreens[screen].values(view, context.reader);
  // Back from adding the document that supports the damages (F-064): it is selected, if none was.
  const deposited = new URL(request.url).searchParams.get('piece');
  const chosen = screen === 'remedyDetails' && view.documents.some(({ id }) => id === deposited) ? deposited : null;
  return {
    title: context.t(`${screenTexts(screen, view)}.title`),
    number: view.number,
    screen,
    view,
    base: filing.baseOfScreen(screen, draft),
    values: chosen ? withDocument(values, chosen) : values,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.filing.screen, args);
  const { dossierId } = params;
  const { filing } = context.services;
  const form = await readForm(request, z.looseObject({}));
  return attempt(form.values, () => saveAndGoOn());

  async function saveAndGoOn() {
    const screen = savedScreen(params.screen);
    const draft = await filing.loadWritable(user, dossierId);
    const base = typeof form.values['base'] === 'string' && form.values['base'] !== '' ? form.values['base'] : null;
    const saving = await filing.save({ draft, screen, form: form.values, base });
    if (saving.outcome === 'conflict')
      return replyWith(form.values, { errors: { conflict: { key: 'filing:conflict' } }, status: 409 });
    if (form.intent === 'later') return redirect(href(pages.filing.tasks, { dossierId }), 303);
    if (form.intent === 'add') return redirect(withQuery(screenAddress(dossierId, screen), { plus: '1' }), 303);
    if (form.intent === 'document')
      return redirect(withQuery(screenAddress(dossierId, 'documents'), { retour: 'details' }), 303);
    const saved = await filing.loadWritable(user, dossierId);
    const after = presentDraft(context.reader, filing.facts(saved));
    const errors: Record<string, TextKey> = {};
    for (const each of after.remaining)
      if (each.screen === screen) errors[each.field] ??= { key: each.key, params: { field: each.fieldLabel } };
    if (Object.keys(errors).length > 0) return replyWith(form.values, { errors });
    return redirect(screenAddress(dossierId, inOrder[inOrder.indexOf(screen) + 1] ?? 'review'), 303);
  }
}

/** Where the help is of use on a screen. */
const helpOf: Partial<Record<keyof typeof filingScreens, Parameters<typeof HelpLinks>[0]['to']>> = {
  steps: ['participants'],
  remedies: ['solutions', 'damages', 'negotiation'],
  remedyDetails: ['solutions', 'damages', 'negotiation'],
  terms: ['negotiation', 'solutions'],
};

function savedScreen(slug: string): keyof typeof filingScreens {
  const screen = screenOfSlug(slug);
  if (!screen || !isOneOf(keysOf(filingScreens), screen)) throw new AppError('access.not_found');
  return screen;
}

export default function Screen() {
  const t = useT();
  const { screen, view, base, values } = useLoaderData<typeof loader>();
  const { Fields, Before, Buttons } = filingScreens[screen];
  const proposal = stepOfScreen[screen] === 'proposal';
  const help = helpOf[screen];
  const conflict = useFormReply()?.errors['conflict'] !== undefined;
  const labels = Object.fromEntries(
    view.remaining.filter((each) => each.screen === screen).map((each) => [each.field, each.fieldLabel]),
  );
  return (
    <ScreenPage screen={screen} view={view} agreementPreview={proposal ? view.agreementPreview : null}>
      <SavedForm
        dossierId={view.id}
        screen={screenSlugs[screen]}
        savedAt={view.savedAt}
        base={base}
        values={values}
        labels={labels}
        texts="filing:fields"
        notices={
          <>
            {Before ? <Before view={view} /> : null}
            {proposal ? <Incompatible view={view} /> : null}
            {conflict ? (
              <p>
                <a href={screenAddress(view.id, screen)} target="_blank" rel="noreferrer">
                  {t('filing:readOther')}
                </a>
              </p>
            ) : null}
          </>
        }
      >
        <Fields view={view} />
        <ButtonGroup>
          <Button>{t('filing:next')}</Button>
          {Buttons ? <Buttons view={view} /> : null}
          <Button look="tertiary" name="intent" value="later" formNoValidate>
            {t('filing:later')}
          </Button>
        </ButtonGroup>
      </SavedForm>
      {stepOfScreen[screen] === 'parties' ? <RepresentationLink view={view} /> : null}
      {help ? <HelpLinks to={help} /> : null}
    </ScreenPage>
  );
}

/** Remedies that can hardly go together. */
function Incompatible({ view }: { view: DraftView }) {
  const t = useT();
  if (view.incompatible.length === 0) return null;
  return (
    <Notice kind="warning">
      {view.incompatible.map((pair) => (
        <p key={`${pair.remedy}${pair.other}`}>{t('filing:incompatible', pair)}</p>
      ))}
    </Notice>
  );
}
