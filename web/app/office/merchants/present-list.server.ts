import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { MerchantRow } from '#web/server/services/directory/lists.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { respondents, type askedOfMerchants } from './asked.ts';

/** Merchants in words: the same on their page and in their file (F-014). */
export function presentMerchants({ t, number, shortDay }: Reader, rows: readonly MerchantRow[]): ListTable {
  return tableOf(
    {
      to: ({ id }) => href(pages.office.merchant, { merchantId: id }),
      columns: [
        { name: 'name', label: t('directory:name'), cell: ({ name }) => name },
        { name: 'city', label: t('directory:merchants.city'), cell: ({ city }) => city },
        {
          name: 'respondents',
          label: t('directory:merchants.respondents'),
          cell: (row) => row.respondents || t('directory:merchants.none'),
        },
        {
          name: 'active',
          label: t('directory:merchants.active'),
          numeric: true,
          cell: ({ active }) => number(active),
        },
        {
          name: 'invited',
          label: t('directory:merchants.invited'),
          numeric: true,
          cell: ({ invited }) => number(invited),
        },
        {
          name: 'enrolled',
          label: t('directory:merchants.enrolled'),
          nowrap: true,
          cell: ({ enrolledAt }) => shortDay(enrolledAt),
        },
      ],
    },
    rows,
  );
}

type Query = ReturnType<typeof askedOfMerchants>['query'];

/** What the merchants may be narrowed by, with what their address asks. */
export function presentMerchantFilters({ t }: Reader, query: Query): Filter[] {
  return [
    {
      name: 'repondant',
      label: t('directory:merchants.respondents'),
      all: t('lists:filters.any'),
      value: query.repondant ?? '',
      options: respondents.map((value) => ({ value, label: t(`directory:merchants.answered.${value}`) })),
    },
  ];
}
