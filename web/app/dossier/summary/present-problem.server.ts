import type { ListName } from '#content/lists/index.ts';
import type { Reader } from '#content/reader.ts';
import type { ProblemForm } from '#domain/problem/types.ts';
import type { Line } from './lines.ts';

/** The problem as the consumer told it, in words: what was answered only. */
export function presentProblem({ t, label, date, money }: Reader, problem: ProblemForm) {
  const lines: Line[] = [];
  const add = (key: string, value: string | undefined, user = false) => {
    if (value) lines.push({ label: t(`dossier:summary.${key}`), value, user });
  };
  const listed = (list: ListName, code: string | undefined) => (code ? label(list, code) : undefined);
  const dated = (day: string | undefined) => (day ? date(day) : undefined);
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
  add('pricePaid', problem.pricePaid === undefined ? undefined : money(problem.pricePaid));
  add('paymentMethod', listed('paymentMethods', problem.paymentMethod));
  add('promisedDate', dated(problem.promisedDate));
  add('actualDate', dated(problem.actualDate));
  add(
    'extendedWarranty',
    problem.extendedWarranty === undefined
      ? undefined
      : t(problem.extendedWarranty ? 'dossier:summary.yes' : 'dossier:summary.no'),
  );
  const nature = (problem.nature ?? []).map((code) => label('problemNature', code));
  if (problem.natureOther) nature.push(problem.natureOther);
  const priorSteps = (problem.priorSteps ?? []).map((step) => {
    const means = label('priorStepMeans', step.means);
    return {
      title: step.date ? t('dossier:summary.priorStep', { means, date: date(step.date) }) : means,
      person: step.person ? t('dossier:summary.withPerson', { person: step.person }) : '',
      outcome: step.outcome ?? '',
    };
  });
  return { lines, nature, details: problem.details ?? '', priorSteps };
}
