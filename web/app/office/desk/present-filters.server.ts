import type { Reader } from '#content/reader.ts';
import type { QueueName } from '#web/server/services/office/queues.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { filtersOf, silences, values, type FilterName } from './queues.ts';

/** What is asked where the address says nothing; every other filter narrows nothing then. */
const unasked: Partial<Record<FilterName, string>> = { jours: silences[0], etat: 'waiting' };

/** What a list may be narrowed by, with what its address asks. */
export function presentFilters(reader: Reader, name: QueueName, query: Record<string, string | null>): Filter[] {
  const { t } = reader;
  return filtersOf(name).map((filter) => ({
    name: filter,
    label: t(`office:desk.filters.${filter}`),
    all: filter in unasked ? null : t('lists:filters.any'),
    value: query[filter] ?? unasked[filter] ?? '',
    options: optionsOf(reader, filter),
  }));
}

function optionsOf(reader: Reader, filter: FilterName): Filter['options'] {
  const { t, label } = reader;
  switch (filter) {
    case 'sorte':
      return reader.choices('problemKinds').map((each) => ({ value: each.code, label: each.label }));
    case 'langue':
      return values.langue.map((value) => ({ value, label: t(`directory:languages.${value}`) }));
    case 'nouvelles':
      return values.nouvelles.map((value) => ({
        value,
        label: value === 'target' ? t('office:desk.targetPassed') : label('mediationReports', value),
      }));
    case 'motif':
      return values.motif.map((value) => ({ value, label: t(`office:desk.stalls.${value}`) }));
    case 'tour':
      return values.tour.map((value) => ({ value, label: t(`office:dossiers.who.${value}`) }));
    case 'etat':
      return values.etat.map((value) => ({ value, label: t(`participation:state.${value}`) }));
    case 'demande':
      return values.demande.map((value) => ({ value, label: t(`participation:asked.${value}`) }));
    case 'echeance':
      return values.echeance.map((value) => ({ value, label: t(`office:desk.dues.${value}`) }));
    case 'attente':
      return values.attente.map((value) => ({ value, label: t('office:desk.atLeast', { count: Number(value) }) }));
    case 'jours':
      return silences.map((value) => ({ value, label: t('office:desk.atLeast', { count: Number(value) }) }));
  }
}
