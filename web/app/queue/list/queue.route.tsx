import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { SearchedList } from '../../lists/SearchedList.tsx';
import { FilterForm } from '../../lists/FilterForm.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { MerchantAdvice } from '../../dossier/MerchantAdvice.tsx';
import { QueueTabs } from '../QueueTabs.tsx';
import { askedOfQueue, queueAddress, queueOrders } from './asked.ts';
import { presentQueued, presentQueueFilters, presentQuick } from './present.server.ts';
import { QueueRows, type QueueRow } from './QueueRows.tsx';

export const meta = titleMeta;

const here = href(pages.queue.list);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.list, args);
  const { reader, services, t } = context;
  const address = new URL(request.url).searchParams;
  const { asked, query } = askedOfQueue(address);
  const after = address.get('apres');
  const queue = await services.queue.list(user, { ...asked, after });
  const quick = presentQuick(reader, queue, query);
  const merchant = queue.companies.map(({ name }) => name).join(', ');
  const filters = presentQueueFilters(reader, queue, { query, me: user.id });
  return {
    title: merchant ? t('queue:titleOf', { merchant }) : t('queue:title'),
    of: [quick.find(({ current }) => current)?.label, after && t('layout:pager.following')],
    empty: emptyList(t, {
      after,
      narrowed: Object.entries(query).some(([name, value]) => name !== 'tri' && value !== null && value.length > 0),
      ...{ such: t('queue:empty'), none: t('queue:emptyAll') },
    }).title,
    companies: queue.companies.length > 1,
    places: queue.establishments.length > 0,
    quick,
    filters,
    tri: query.tri,
    sorts: sortsOf(queueOrders, asked.order, (tri) => queueAddress({ ...query, tri })),
    rows: queue.rows.map((row) => presentQueued(reader, row, queue.now)),
    file: withQuery(href(pages.queue.file), query),
    first: after ? queueAddress(query) : null,
    next: queue.next && queueAddress({ ...query, apres: queue.next }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.list, args);
  return answerSearch(request, async (asked) => {
    const { rows, next, now } = await context.services.queue.search(user, asked);
    return { found: rows.map((row) => presentQueued(context.reader, row, now)), next };
  });
}

/** The company's dossiers by age, whose turn, place and who has charge; narrowed by its address, or looked for (F-041, F-042, B-09). */
export default function Queue() {
  const t = useT();
  const { title, quick, filters, tri, sorts, rows, companies, places, empty, file, first, next } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      aside={
        <LinkButton to={file} look="secondary" download>
          {t('lists:file')}
        </LinkButton>
      }
    >
      <QueueTabs current="list" />
      <p>{t('queue:intro')}</p>
      <SearchedList<QueueRow>
        path={here}
        label={t('office:search.label')}
        hint={t('queue:search.hint')}
        rowsOf={(found) => (
          <QueueRows caption={t('lists:search.found')} rows={found} companies={companies} places={places} />
        )}
      >
        <nav aria-label={t('queue:counts.label')}>
          <ul className="pc-filters">
            {quick.map(({ label, count, to, current }) => (
              <li key={to}>
                <a href={to} aria-current={current ? 'page' : undefined}>
                  {label}
                  {count === null ? '' : ` (${count})`}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <FilterForm path={here} filters={filters} stays={{ tri }} />
        {rows.length === 0 ? (
          <Empty title={empty} />
        ) : (
          <QueueRows caption={title} rows={rows} companies={companies} places={places} sorts={sorts} />
        )}
        <Pager previous={first} next={next} />
        <MerchantAdvice on={['signIn']} />
      </SearchedList>
    </Page>
  );
}
