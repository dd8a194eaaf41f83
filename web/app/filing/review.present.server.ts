import type { Reader } from '#content/reader.ts';
import {
  fieldsOf,
  formScreens,
  shownValue,
  type FormScreenCode,
  type ScreenField,
} from '#contracts/schemas/filing-screens.ts';
import { presentDraft, type DraftFacts, type DraftView } from './draft.present.server.ts';

const sections: FormScreenCode[] = ['you', 'merchant', 'good', 'contract', 'nature', 'narrative'];

/** A draft, reviewed before it is sent: the answers of each screen, in words; empty where nothing was. */
export function presentReview(reader: Reader, draft: DraftFacts) {
  const view = presentDraft(reader, draft);
  const {
    id,
    number,
    expired,
    representedBy,
    actsForConsumer,
    consumer,
    writable,
    remaining,
    advice,
    agreementPreview,
  } = view;
  return {
    id,
    number,
    expired,
    representedBy,
    actsForConsumer,
    consumerName: consumer.name,
    writable,
    remaining: remaining.map(({ screen, field, fieldLabel, key }) => ({ screen, field, fieldLabel, key })),
    advice,
    agreementPreview,
    sections: sections.map((screen) => ({ screen, answers: answersOf(reader, view, screen) })),
    priorSteps: (view.problem.priorSteps ?? []).map(({ means, date, person, outcome }) => ({
      label: view.lists.priorStepMeans.find(({ code }) => code === means)?.label ?? '',
      answer: [date && reader.date(date), person, outcome].filter(Boolean).join(' · '),
    })),
    documents: view.documents.map(({ kindLabel, title }) => ({ label: kindLabel, answer: title })),
  };
}

function answersOf(reader: Reader, view: DraftView, screen: FormScreenCode) {
  const stored: Record<string, unknown> = view[formScreens[screen].store];
  return fieldsOf(screen)
    .filter(({ type }) => type !== 'tick')
    .map((field) => ({
      label: reader.t(`filing:fields.${field.name}.label`),
      answer: inWords(reader, { field, value: stored[field.name], lists: view.lists }),
    }));
}

type Stored = { field: ScreenField; value: unknown; lists: DraftView['lists'] };

function inWords(reader: Reader, { field, value, lists }: Stored): string {
  if (value === undefined || value === null) return '';
  if (field.name === 'category') return lists.categories.find(({ code }) => code === value)?.label ?? '';
  if (field.type === 'yesNo') return reader.t(value === true ? 'filing:yes' : 'filing:no');
  if (field.type === 'codes' && Array.isArray(value))
    return value
      .map((code: string) => lists.problemNature.find((each) => each.code === code)?.label ?? code)
      .join('\n');
  if (field.type === 'choice')
    return (field.list ? lists[field.list] : []).find(({ code }) => code === value)?.label ?? '';
  if (field.type === 'date' && typeof value === 'string') return reader.date(value);
  if (field.type === 'money' && typeof value === 'number') return reader.money(value);
  if (field.name === 'phone' && typeof value === 'string') return reader.phone(value);
  return shownValue(field, value, reader.language);
}
