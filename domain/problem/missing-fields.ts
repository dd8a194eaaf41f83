import { isAmbiguousAmount } from '../agreement/amounts.ts';
import { checkProposal, isBlank, type ProposalProblemCode } from '../agreement/check.ts';
import type { ProposalContent, RemedyCode } from '../agreement/types.ts';
import { isCivilDate } from '../typed/civil-date.ts';
import { namesNothing } from '../typed/clean.ts';
import { readPostalCode } from '../typed/postal-code.ts';
import type { PartiesForm, ProblemForm } from './types.ts';

/** The five steps of F-057, in order. */
export const steps = ['parties', 'problem', 'proposal', 'documents', 'review'] as const;
export type Step = (typeof steps)[number];

/** `optional`: nothing is asked and nothing is there. `blocked`: another step must be finished first. */
export type StepState = 'todo' | 'started' | 'done' | 'optional' | 'blocked';

/** One thing left to do: key of content/texts in the namespace `checks`, and the field it links to. */
export type Missing = { step: Step; code: MissingCode; field: string; remedy?: RemedyCode };

type MissingCode =
  | 'parties.confirmed'
  | 'parties.merchantConfirmed'
  | 'parties.addressLine'
  | 'parties.city'
  | 'parties.postalCode'
  | 'parties.postalCodeInvalid'
  | 'parties.phone'
  | 'problem.category'
  | 'problem.item'
  | 'problem.nature'
  | 'problem.natureOther'
  | 'problem.contractDate'
  | 'problem.dateInvalid'
  | 'problem.contractDateFuture'
  | 'problem.pricePaid'
  | 'problem.pricePaidInvalid'
  | 'problem.pricePaidAmbiguous'
  | 'problem.priorStepMeans'
  | `proposal.${ProposalProblemCode}`;

/** What the task list is drawn from. */
export type FilledDossier = {
  parties: PartiesForm;
  problem: ProblemForm;
  proposal: ProposalContent;
  documents: readonly { id: string; kind: string }[];
};

/**
 * What must still be filled for a dossier to be submitted, in the order of the steps (F-003, F-057, F-058, F-068); empty when it can be.
 * What is only advised (an account of prior steps, F-050; a free description, F-062; documents, F-067) is in {@link advised}.
 *
 * @param today civil day in Québec (`YYYY-MM-DD`); without it dates are checked for existence only.
 */
export function missingToSubmit({ parties, problem, proposal, documents }: FilledDossier, today?: string): Missing[] {
  return [
    ...missingParties(parties),
    ...missingProblem(problem, today),
    ...missingProposal(proposal, documents, today),
  ];
}

/** What would help the merchant understand, and is not asked for. */
export type Advice = 'priorSteps' | 'details' | 'documents' | 'terms';

/** Advice for the review page (F-050, F-062, F-065, F-067). */
export function advised({ problem, proposal, documents }: FilledDossier): Advice[] {
  const advice: Advice[] = [];
  if (!problem.priorSteps?.length) advice.push('priorSteps');
  if (isBlank(problem.details)) advice.push('details');
  if (documents.length === 0) advice.push('documents');
  if (isBlank(proposal.terms)) advice.push('terms');
  return advice;
}

/** State of each of the five steps for the task list. Review waits for the four others. */
export function stepStates(filled: FilledDossier, today?: string): Record<Step, StepState> {
  const missing = missingToSubmit(filled, today);
  const left = (step: Step) => missing.some((each) => each.step === step);
  const state = (step: Step, started: boolean): StepState => (!left(step) ? 'done' : started ? 'started' : 'todo');
  return {
    parties: state('parties', hasAnswers(filled.parties)),
    problem: state('problem', hasAnswers(filled.problem)),
    proposal: state('proposal', filled.proposal.remedies.length > 0 || !isBlank(filled.proposal.terms)),
    documents: filled.documents.length > 0 ? 'done' : 'optional',
    review: missing.length === 0 ? 'todo' : 'blocked',
  };
}

function missingParties(parties: PartiesForm): Missing[] {
  const missing: Missing[] = [];
  const add = (code: MissingCode, field: string) => missing.push({ step: 'parties', code, field });
  if (namesNothing(parties.addressLine ?? '')) add('parties.addressLine', 'addressLine');
  if (namesNothing(parties.city ?? '')) add('parties.city', 'city');
  if (isBlank(parties.postalCode)) add('parties.postalCode', 'postalCode');
  else if (readPostalCode(parties.postalCode ?? '') === null) add('parties.postalCodeInvalid', 'postalCode');
  if (namesNothing(parties.phone ?? '')) add('parties.phone', 'phone');
  if (!parties.confirmed) add('parties.confirmed', 'confirmed');
  if (!parties.merchantConfirmed) add('parties.merchantConfirmed', 'merchantConfirmed');
  return missing;
}

function missingProblem(problem: ProblemForm, today: string | undefined): Missing[] {
  const missing: Missing[] = [];
  const add = (code: MissingCode, field: string) => missing.push({ step: 'problem', code, field });
  if (isBlank(problem.category)) add('problem.category', 'category');
  if (namesNothing(problem.item ?? '')) add('problem.item', 'item');
  if (isBlank(problem.contractDate)) add('problem.contractDate', 'contractDate');
  else if (!isCivilDate(problem.contractDate)) add('problem.dateInvalid', 'contractDate');
  else if (today !== undefined && (problem.contractDate ?? '') > today)
    add('problem.contractDateFuture', 'contractDate');
  if (problem.pricePaid === undefined || problem.pricePaid === null) add('problem.pricePaid', 'pricePaid');
  else if (isAmbiguousAmount(problem.pricePaid)) add('problem.pricePaidAmbiguous', 'pricePaid');
  else if (!Number.isInteger(problem.pricePaid) || problem.pricePaid < 0) add('problem.pricePaidInvalid', 'pricePaid');
  for (const field of ['promisedDate', 'actualDate'] as const) {
    if (!isBlank(problem[field]) && !isCivilDate(problem[field])) add('problem.dateInvalid', field);
  }
  problem.priorSteps?.forEach((step, index) => {
    if (isBlank(step.means)) add('problem.priorStepMeans', `priorSteps[${index}].means`);
    if (!isBlank(step.date) && !isCivilDate(step.date)) add('problem.dateInvalid', `priorSteps[${index}].date`);
  });
  if (!problem.nature?.length) add('problem.nature', 'nature');
  if (problem.nature?.includes('autre') && namesNothing(problem.natureOther ?? ''))
    add('problem.natureOther', 'natureOther');
  return missing;
}

function missingProposal(
  proposal: ProposalContent,
  documents: readonly { id: string }[],
  today: string | undefined,
): Missing[] {
  const context = { documents: documents.map((document) => document.id), ...(today === undefined ? {} : { today }) };
  return checkProposal(proposal, context)
    .filter((each) => each.blocking)
    .map((each) => ({
      step: 'proposal' as const,
      code: `proposal.${each.code}` as const,
      field: each.field ?? 'remedies',
      ...(each.remedy ? { remedy: each.remedy } : {}),
    }));
}

function hasAnswers(form: object): boolean {
  return Object.values(form).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '' && value !== false,
  );
}
