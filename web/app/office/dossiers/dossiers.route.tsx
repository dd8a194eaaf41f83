import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { useT } from '../../texts.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';
import { OfficeList } from '../OfficeList.tsx';
import { askedOf, dossierOrders } from './asked.ts';
import { presentDossierFilters, presentOfficeRows } from './present.server.ts';

export const meta = titleMeta;

const here = href(pages.office.dossiers);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiers, args);
  const { reader, services, t } = context;
  const address = new URL(request.url).searchParams;
  const statuses = reader.choices('statuses');
  const { filter, order, query } = askedOf(address, (code) => statuses.some((each) => each.code === code));
  const after = address.get('apres');
  const [{ rows, next }, choices] = await Promise.all([
    services.office.dossiers({ officerId: officer.id, filter, order, after }),
    services.office.dossierChoices({ merchantId: filter.merchantId }),
  ]);
  const { status, awaited } = filter;
  const narrowed = Object.entries(query).some(([name, value]) => name !== 'tri' && value !== null);
  const tab = (own: Record<string, string | null>) => withQuery(here, { ...query, etape: null, vue: null, ...own });
  return {
    title: t('office:dossiers.title'),
    of: [
      awaited ? t('office:dossiers.awaited') : statuses.find(({ code }) => code === status)?.label,
      after && t('layout:pager.following'),
    ],
    tabs: [
      { to: tab({}), label: t('office:dossiers.all'), current: status === null && !awaited },
      { to: tab({ vue: 'office' }), label: t('office:dossiers.awaited'), current: awaited },
      ...statuses.map(({ code, label }) => ({ to: tab({ etape: code }), label, current: status === code })),
    ],
    list: {
      here,
      caption: t('office:dossiers.title'),
      search: { label: t('office:search.label'), hint: t('office:search.hint') },
      filters: presentDossierFilters(reader, query, choices),
      stays: { etape: status, vue: awaited ? 'office' : null, tri: query['tri'] ?? null },
      table: presentOfficeRows(reader, rows),
      sorts: sortsOf(dossierOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, { after, narrowed, such: t('office:dossiers.noneSuch'), none: t('office:dossiers.empty') }),
      file: withQuery(href(pages.office.dossiersFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiers, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.office.searchDossiers(officer, asked);
    return { found: presentOfficeRows(context.reader, rows).rows, next };
  });
}

/** Every dossier that the Office follows, narrowed by its address, or looked for (F-005, B-11). */
export default function Dossiers() {
  const t = useT();
  const { title, list, tabs } = useLoaderData<typeof loader>();
  return (
    <OfficeList title={title} current="dossiers" intro={t('office:dossiers.note')} list={list}>
      <Tabs label={t('office:dossiers.status')} tabs={tabs} />
    </OfficeList>
  );
}
