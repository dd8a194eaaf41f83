import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { directoryQuery, pageAfter } from '../directory-query.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { SearchForm } from '../SearchForm.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Table } from '../../ui/Table.tsx';
import { UserText } from '../../ui/UserText.tsx';

export const meta = titleMeta;

const path = href(pages.office.merchants);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.merchants, args);
  const { search, after } = directoryQuery(request);
  const { rows, more, count } = await context.services.directory.merchants({ search, after });
  const last = rows.at(-1);
  return {
    title: context.t('directory:merchants.title'),
    of: [search, after && context.t('layout:pager.following')],
    search,
    rows,
    count,
    next: more && last ? pageAfter(path, search, last.id) : null,
  };
}

/** F-014: the merchants that take part, and how many people act for each. */
export default function Merchants() {
  const t = useT();
  const { title, search, rows, count, next } = useLoaderData<typeof loader>();
  const why = search ? 'notFound' : 'empty';
  return (
    <Page
      title={title}
      width="full"
      aside={<LinkButton to={href(pages.office.enrolMerchant)}>{t('directory:merchants.new')}</LinkButton>}
    >
      <OfficeTabs current="merchants" />
      <SearchForm path={path} typed={search} hint={t('directory:merchants.hint')} />
      {rows.length === 0 ? (
        <Empty title={t(`directory:merchants.${why}`)}>
          <p>{t(`directory:merchants.${why}Note`)}</p>
        </Empty>
      ) : (
        <>
          <p>{t('directory:merchants.count', { count })}</p>
          <Table
            caption={t('directory:merchants.caption')}
            rows={rows}
            rowKey={(row) => row.id}
            dense
            columns={[
              {
                label: t('directory:name'),
                cell: (row) => (
                  <a href={href(pages.office.merchant, { merchantId: row.id })}>
                    <UserText inline>{row.name}</UserText>
                  </a>
                ),
              },
              { label: t('directory:merchants.city'), cell: (row) => <UserText inline>{row.city}</UserText> },
              {
                label: t('directory:merchants.respondents'),
                cell: (row) =>
                  row.respondents ? <UserText inline>{row.respondents}</UserText> : t('directory:merchants.none'),
              },
              { label: t('directory:merchants.active'), numeric: true, cell: (row) => row.active },
              { label: t('directory:merchants.invited'), numeric: true, cell: (row) => row.invited },
            ]}
          />
        </>
      )}
      <Pager next={next} />
    </Page>
  );
}
