import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { MediatorRow } from '#web/server/services/directory/lists.ts';
import { presentAccountState } from '../present-account-state.server.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { accountStates, languages, type askedOfMediators } from './asked.ts';

/** Mediators in words: the same on their page and in their file (F-020). */
export function presentMediators(reader: Reader, rows: readonly MediatorRow[], now: string): ListTable {
  const { t, number } = reader;
  return tableOf(
    {
      to: ({ id }) => href(pages.office.mediator, { userId: id }),
      columns: [
        { name: 'name', label: t('directory:name'), cell: ({ name }) => name },
        { name: 'email', label: t('directory:email'), cell: ({ email }) => email },
        {
          name: 'accreditation',
          label: t('directory:mediators.accreditation'),
          cell: ({ accreditation }) => accreditation,
        },
        {
          name: 'language',
          label: t('directory:language'),
          cell: ({ language }) => t(`directory:languages.${language}`),
        },
        { name: 'status', label: t('directory:status'), cell: (row) => presentAccountState(reader, row, now) },
        {
          name: 'mediations',
          label: t('directory:mediators.mediations'),
          numeric: true,
          cell: ({ mediations }) => number(mediations),
        },
      ],
    },
    rows,
  );
}

type Query = ReturnType<typeof askedOfMediators>['query'];

/** What the mediators may be narrowed by, with what their address asks. */
export function presentMediatorFilters({ t }: Reader, query: Query): Filter[] {
  const all = t('lists:filters.any');
  return [
    {
      name: 'etat',
      label: t('directory:status'),
      all,
      value: query.etat ?? '',
      options: accountStates.map((value) => ({ value, label: t(`directory:state.${value}`) })),
    },
    {
      name: 'langue',
      label: t('directory:language'),
      all,
      value: query.langue ?? '',
      options: languages.map((value) => ({ value, label: t(`directory:languages.${value}`) })),
    },
  ];
}
