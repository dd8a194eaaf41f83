import { label, type ListName } from '#content/lists/index.ts';
import { formatDate, formatDateTime, formatDay, formatMoney } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { publishedJustification } from '#db/content/justifications.ts';
import type { Contact } from '#db/dossiers/identity.ts';
import { dossierForm } from '#db/filing/form.ts';
import type { Database } from '#db/database.ts';
import { actionFor, deadlines, isRepresented } from '#domain/dossier/index.ts';
import { addressOf } from '#domain/agreement/model.ts';
import type { ProblemForm } from '#domain/problem/types.ts';
import { factsOf, factsShown, type Fact } from './facts.ts';
import type { Opened } from './reader.ts';

/** A line of a list of terms; `user` marks what a person wrote. */
export type Line = { label: string; value: string; user?: boolean };

export type SummaryPage = {
  closing: ClosingView | null;
  parties: { title: string; lines: Line[]; note: string | null }[];
  /** Where representation stands for the consumer's side, and what can be done about it. */
  representative: { note: string; act: string } | null;
  problem: { lines: Line[]; nature: string[]; details: string; priorSteps: PriorStepView[] } | null;
  office: Line[] | null;
  facts: Fact[];
  factsNote: string;
};

export type PriorStepView = { head: string; person: string; outcome: string };

export type ClosingView = { lines: Line[]; justification: string | null; agreement: boolean; notes: string[] };

/** « Résumé du dossier » (F-032, F-082): contact details, the problem, how the dossier ended, what happened. */
export async function summaryPage(
  db: Database,
  opened: Opened,
  language: Language,
  t: Translate,
): Promise<SummaryPage> {
  const reads = opened.may('summary');
  const [form, facts, closing] = await Promise.all([
    reads ? dossierForm(db, opened.head.id) : null,
    factsOf(db, opened, language, t),
    closingOf(db, opened, language, t),
  ]);
  return {
    closing,
    parties: reads ? partiesOf(opened, form?.parties ?? {}, language, t) : [],
    representative: representativeOf(opened, t),
    problem: form ? problemOf(form.problem, language, t) : null,
    office: opened.viewer === 'officer' ? officeLines(opened, language, t) : null,
    facts,
    factsNote:
      facts.length >= factsShown
        ? t('dossier:summary.olderFacts', { count: factsShown })
        : t('dossier:summary.historyNote'),
  };
}

function partiesOf(
  opened: Opened,
  form: { merchantBranch?: string; merchantContact?: string },
  language: Language,
  t: Translate,
): SummaryPage['parties'] {
  const { head, state } = opened;
  const representative = head.representative;
  const seesInvited = opened.side === 'consumer';
  const shownRepresentative = representative && (isRepresented(state) || seesInvited) ? representative : null;
  const consumer = [...contactLines(head.consumer, t)];
  if (shownRepresentative) {
    consumer.push(
      { label: t('dossier:summary.representative'), value: shownRepresentative.name, user: true },
      {
        label: t('dossier:summary.relationship'),
        value: label('relationships', shownRepresentative.relationship, language),
      },
      { label: t('dossier:summary.email'), value: shownRepresentative.email, user: true },
    );
    if (shownRepresentative.phone)
      consumer.push({ label: t('dossier:summary.phone'), value: shownRepresentative.phone, user: true });
  }
  const merchant = [...contactLines(head.merchant, t)];
  if (form.merchantBranch)
    merchant.push({ label: t('dossier:summary.branch'), value: form.merchantBranch, user: true });
  if (form.merchantContact)
    merchant.push({ label: t('dossier:summary.contactPerson'), value: form.merchantContact, user: true });
  const handler = head.handler;
  if (handler) {
    const name = handler.jobTitle ? `${handler.name}, ${handler.jobTitle}` : handler.name;
    merchant.push({ label: t('dossier:summary.handler'), value: name, user: true });
    merchant.push({ label: t('dossier:summary.email'), value: handler.email, user: true });
    if (handler.phone) merchant.push({ label: t('dossier:summary.phone'), value: handler.phone, user: true });
  } else if (head.respondent) {
    merchant.push({ label: t('dossier:summary.respondent'), value: head.respondent.name, user: true });
  }
  const note = shownRepresentative
    ? t(isRepresented(state) ? 'dossier:summary.active' : 'dossier:summary.invited')
    : null;
  const parties = [
    { title: t('dossier:summary.consumer'), lines: consumer, note },
    {
      title: t('dossier:summary.merchant'),
      lines: merchant,
      note: handler ? null : t('dossier:summary.nobodyInCharge'),
    },
  ];
  if (head.mediator) {
    const lines: Line[] = [{ label: t('dossier:summary.name'), value: head.mediator.name, user: true }];
    if (head.mediator.accreditation)
      lines.push({ label: t('dossier:summary.accreditation'), value: head.mediator.accreditation, user: true });
    parties.push({ title: t('dossier:summary.mediator'), lines, note: null });
  }
  return parties;
}

function contactLines(contact: Contact, t: Translate): Line[] {
  const lines: Line[] = [
    { label: t('dossier:summary.name'), value: contact.name, user: true },
    { label: t('dossier:summary.address'), value: addressOf(contact), user: true },
    { label: t('dossier:summary.phone'), value: contact.phone, user: true },
    { label: t('dossier:summary.email'), value: contact.email, user: true },
  ];
  return lines.filter((line) => line.value.trim() !== '');
}

function representativeOf(opened: Opened, t: Translate): SummaryPage['representative'] {
  const { state, actor, now } = opened;
  if (opened.side !== 'consumer') return null;
  const canName = actionFor(state, actor, now, 'nameRepresentative').allowed;
  const canRemove = actionFor(state, actor, now, 'removeRepresentative').allowed;
  if (!canName && !canRemove) return null;
  if (canName) return { note: t('dossier:summary.noRepresentative'), act: t('dossier:summary.addRepresentative') };
  return actor.role === 'consumerRepresentative'
    ? {
        note: t('dossier:summary.youRepresent', { name: opened.head.consumer.name }),
        act: t('dossier:summary.stopRepresenting'),
      }
    : { note: opened.head.representative?.name ?? '', act: t('dossier:summary.removeRepresentative') };
}

function problemOf(problem: ProblemForm, language: Language, t: Translate): SummaryPage['problem'] {
  const lines: Line[] = [];
  const add = (key: string, value: string | undefined, user = false) => {
    if (value) lines.push({ label: t(`dossier:summary.${key}`), value, user });
  };
  const listed = (list: ListName, code: string | undefined) => (code ? label(list, code, language) : undefined);
  const dated = (date: string | undefined) => (date ? formatDate(language, date) : undefined);
  const category = [listed('categories', problem.category), listed('subcategories', problem.subcategory)]
    .filter(Boolean)
    .join(', ');
  add('item', problem.item, true);
  add('category', category);
  add('brand', problem.brand, true);
  add('model', problem.model, true);
  add('serialNumber', problem.serialNumber, true);
  add('condition', listed('conditions', problem.condition));
  add('contractDate', dated(problem.contractDate));
  add('contractPlace', listed('contractPlaces', problem.contractPlace));
  add('invoiceNumber', problem.invoiceNumber, true);
  add('pricePaid', problem.pricePaid === undefined ? undefined : formatMoney(language, problem.pricePaid));
  add('paymentMethod', listed('paymentMethods', problem.paymentMethod));
  add('promisedDate', dated(problem.promisedDate));
  add('actualDate', dated(problem.actualDate));
  add(
    'extendedWarranty',
    problem.extendedWarranty === undefined
      ? undefined
      : t(problem.extendedWarranty ? 'dossier:summary.yes' : 'dossier:summary.no'),
  );
  const nature = (problem.nature ?? []).map((code) => label('problemNature', code, language));
  if (problem.natureOther) nature.push(problem.natureOther);
  const priorSteps = (problem.priorSteps ?? []).map((step) => {
    const means = label('priorStepMeans', step.means, language);
    return {
      head: step.date ? t('dossier:summary.priorStep', { means, date: formatDate(language, step.date) }) : means,
      person: step.person ? t('dossier:summary.withPerson', { person: step.person }) : '',
      outcome: step.outcome ?? '',
    };
  });
  return { lines, nature, details: problem.details ?? '', priorSteps };
}

/** What the Office may know of a dossier's content: its kind, its merchant, numbers (requirements §6, F-005). */
function officeLines(opened: Opened, language: Language, t: Translate): Line[] {
  const { head, state } = opened;
  return [
    { label: t('dossier:office.merchant'), value: head.merchant.name },
    { label: t('dossier:office.problemKind'), value: label('problemKinds', head.problemKind, language) },
    { label: t('dossier:office.proposals'), value: String(state.proposals.length) },
    { label: t('dossier:office.documents'), value: String(head.documentsCount) },
  ];
}

/** How the dossier ended, with the reason and justification that everyone on it reads (F-104, F-132). */
export async function closingOf(
  db: Database,
  opened: Opened,
  language: Language,
  t: Translate,
): Promise<ClosingView | null> {
  const { closing } = opened.state;
  if (!closing || !opened.may('closing')) return null;
  const { justificationId: id } = closing;
  const justification = id && (await publishedJustification(db, { dossierId: opened.head.id, id }));
  const lines: Line[] = [
    { label: t('dossier:closing.outcome'), value: label('outcomes', closing.outcome, language) },
    { label: t('dossier:closing.at'), value: formatDateTime(language, closing.at) },
    { label: t('dossier:closing.by'), value: label('roles', closing.by, language) },
  ];
  if (closing.reason)
    lines.push({
      label: t('dossier:closing.reason'),
      value: reasonLabel(closing.reason, closing.outcome, closing.by, language),
    });
  const notes: string[] = [];
  if (closing.outcome !== 'agreement' && opened.side === 'consumer') notes.push(t('dossier:closing.kit'));
  if (opened.state.messagesOpenUntil && opened.phase === 'afterAgreement' && opened.side) {
    notes.push(t('dossier:closing.messagesUntil', { date: formatDateTime(language, opened.state.messagesOpenUntil) }));
  }
  const purge = deadlines(opened.state).find((deadline) => deadline.kind === 'purge');
  if (purge) notes.push(t('dossier:closing.retention', { date: formatDay(language, purge.at) }));
  return { lines, justification, agreement: closing.outcome === 'agreement', notes };
}

function reasonLabel(reason: string, outcome: string, by: string, language: Language): string {
  if (outcome === 'refused') return label('refusalReasons', reason, language);
  if (by === 'mediator') return label('mediatorClosingReasons', reason, language);
  if (by === 'system') return label('systemClosingReasons', reason, language);
  return label('partyClosingReasons', reason, language);
}
