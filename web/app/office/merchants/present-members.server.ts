import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { ListedMember } from '#web/server/services/directory/company-people.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';
import { presentAccountState } from '../present-account-state.server.ts';

/** A merchant's people in words: the same on its page and in their file (F-014, F-019). */
export function presentMembers(
  reader: Reader,
  { merchantId, now }: { merchantId: string; now: string },
  rows: readonly ListedMember[],
): ListTable {
  const { t, number, shortDay } = reader;
  return tableOf<ListedMember>(
    {
      to: ({ id }) => href(pages.office.member, { merchantId, userId: id }),
      columns: [
        { name: 'name', label: t('directory:name'), cell: ({ name }) => name },
        { name: 'email', label: t('directory:email'), cell: ({ email }) => email },
        { name: 'role', label: t('directory:merchant.role'), cell: ({ role }) => t(`directory:role.${role}`) },
        { name: 'state', label: t('directory:status'), cell: (row) => presentAccountState(reader, row, now) },
        {
          name: 'charge',
          label: t('directory:merchant.inCharge'),
          numeric: true,
          cell: ({ inCharge }) => number(inCharge),
        },
        { name: 'since', label: t('directory:merchant.since'), nowrap: true, cell: ({ since }) => shortDay(since) },
      ],
    },
    rows,
  );
}
