import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { SavedReplyRow } from '#web/server/services/queue/replies.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import type { askedOfReplies } from './asked.ts';

/** Saved replies in words: the same on their page and in their file (B-09). @param companies the reader is of several. */
export function presentReplies({ t, shortDay }: Reader, companies: boolean, rows: readonly SavedReplyRow[]): ListTable {
  return tableOf<SavedReplyRow>(
    {
      to: ({ id }) => href(pages.queue.reply, { replyId: id }),
      columns: [
        { name: 'name', label: t('queue:replies.name'), cell: ({ title }) => title },
        ...(companies
          ? [
              {
                name: 'company',
                label: t('queue:columns.company'),
                cell: ({ merchantName }: SavedReplyRow) => merchantName,
              },
            ]
          : []),
        { name: 'text', label: t('queue:replies.text'), text: true, cell: ({ body }) => body },
        {
          name: 'saved',
          label: t('queue:replies.saved'),
          cell: ({ savedBy, savedAt }) => t('queue:replies.savedBy', { name: savedBy, date: shortDay(savedAt) }),
        },
      ],
    },
    rows,
  );
}

type Query = ReturnType<typeof askedOfReplies>['query'];
type Choice = { id: string; name: string };

/** What the saved replies may be narrowed by: who changed them last, and the company where the reader is of several. */
export function presentReplyFilters(
  { t }: Reader,
  query: Query,
  { companies, colleagues }: { companies: readonly Choice[]; colleagues: readonly Choice[] },
): Filter[] {
  const choices = (among: readonly Choice[]) =>
    [...new Map(among.map(({ id, name }) => [id, name]))].map(([value, label]) => ({ value, label }));
  const filter = (name: 'entreprise' | 'par', label: string, among: readonly Choice[]): Filter => ({
    ...{ name, label, all: t('lists:filters.any'), value: query[name] ?? '', options: choices(among) },
  });
  return [
    filter('par', t('queue:replies.by'), colleagues),
    ...(companies.length > 1 ? [filter('entreprise', t('queue:filters.company'), companies)] : []),
  ];
}
