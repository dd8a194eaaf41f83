import { presentAgreementPreview } from '#content/agreement/preview.ts';
import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { remedyLines, type LineWords } from '#content/texts/remedy-lines.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { proposalValues } from '#contracts/schemas/proposal.ts';
import type { ProposalProblem } from '#domain/agreement/check.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { ProposalFormFacts } from '#web/server/services/dossier/proposals/proposal-form.ts';
import { lineWords } from '../present-version.server.ts';

/** The form of a proposal, in words. */
export function presentProposalForm(reader: Reader, form: ProposalFormFacts) {
  const { language, time, dateTime } = reader;
  const { dossierId, mode, editedId, ids, base, content, documentTitles, today, savedAt, refusal } = form;
  const words = lineWords(reader, documentTitles);
  const address = editedId
    ? href(pages.dossier.editProposal, { dossierId, proposalId: editedId })
    : href(pages.dossier.propose, { dossierId });
  return {
    mode,
    byMediator: form.mediator,
    ...introOf(reader, form),
    ids,
    base,
    values: proposalValues(content, language),
    content,
    catalogue: remedyCatalogue(language),
    words,
    documents: Object.entries(form.usableDocuments).map(([id, title]) => ({ id, title })),
    preview: presentAgreementPreview(reader, form.preview, words),
    today,
    savedAt: savedAt && time(savedAt),
    others: form.others.map((other) => ({
      id: other.id,
      body: inLines(reader, other.content, words),
      savedAt: dateTime(other.savedAt),
      to: `${address}?brouillon=${other.id}`,
    })),
    refusal: refusal && {
      code: refusal.code,
      edit: refusal.editableId && href(pages.dossier.editProposal, { dossierId, proposalId: refusal.editableId }),
    },
  };
}

/** Title of the form's page. */
export function presentFormTitle({ t }: Reader, { mode, mediator }: ProposalFormFacts): string {
  if (mode === 'new') return t(mediator ? 'proposals:form.titleMediator' : 'proposals:form.titleNew');
  return t(mode === 'counter' ? 'proposals:form.titleCounter' : 'proposals:form.titleEdit');
}

/** Who reads what is written there, and what sending it does. */
function introOf(reader: Reader, form: ProposalFormFacts): { intro: string[] } {
  const { t } = reader;
  const { mode, mediator, other, savedAt, refusal } = form;
  if (refusal) return { intro: [] };
  if (mediator) {
    const intro = t('proposals:form.introMediator');
    return { intro: mode === 'edit' ? [intro, t('proposals:form.introEditMediator')] : [intro] };
  }
  const who = { other: nameOf(reader, other) };
  const intro = [t('proposals:form.intro', who)];
  // What was left unfinished is shown instead of what it would answer.
  if (mode === 'counter' && savedAt === null) intro.push(t('proposals:form.introCounter', who));
  if (mode === 'edit') intro.push(t('proposals:form.introEdit', who));
  return { intro };
}

/** A draft in a few lines: what was ticked with what was filled, then the terms. */
function inLines({ language }: Reader, draft: ProposalContent, words: LineWords): string {
  const lines = remedyLines(draft.remedies, { catalogue: remedyCatalogue(language), words, language }).map((remedy) =>
    [remedy.label, ...remedy.lines.map((line) => `${line.label} ${line.value}`)].join('\n'),
  );
  return [...lines, draft.terms].filter((line) => line.trim() !== '').join('\n');
}

/** A problem of a proposal about to be sent, with what the form needs to name it. */
export function presentProposalProblem({ label }: Reader, { code, remedy, field, other, blocking }: ProposalProblem) {
  const params: Record<string, string> = {
    ...(remedy ? { remedy: label('remedies', remedy) } : {}),
    ...(remedy && field ? { field: label('remedyFields', `${remedy}.${field}`) } : {}),
    ...(other ? { other: label('remedies', other) } : {}),
  };
  return {
    field: remedy && field ? `${remedy}.${field}` : (field ?? 'remedy'),
    key: `checks:proposal.${code}`,
    params,
    blocking,
  };
}
