import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { AccountStatus } from '../AccountStatus.tsx';
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

const path = href(pages.office.mediators);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.mediators, args);
  const { search, after } = directoryQuery(request);
  const { rows, more, count } = await context.services.directory.mediators({ search, after });
  const last = rows.at(-1);
  return {
    title: context.t('directory:mediators.title'),
    of: [search, after && context.t('layout:pager.following')],
    search,
    rows,
    count,
    now: context.now,
    next: more && last ? pageAfter(path, search, last.id) : null,
  };
}

/** F-020: the mediators that have an account, and what each has under way. */
export default function Mediators() {
  const t = useT();
  const { title, search, rows, count, now, next } = useLoaderData<typeof loader>();
  const why = search ? 'notFound' : 'empty';
  return (
    <Page
      title={title}
      width="full"
      aside={<LinkButton to={href(pages.office.openMediator)}>{t('directory:mediators.new')}</LinkButton>}
    >
      <OfficeTabs current="mediators" />
      <SearchForm path={path} typed={search} hint={t('directory:mediators.hint')} />
      {rows.length === 0 ? (
        <Empty title={t(`directory:mediators.${why}`)}>
          <p>{t(`directory:mediators.${why}Note`)}</p>
        </Empty>
      ) : (
        <>
          <p>{t('directory:mediators.count', { count })}</p>
          <Table
            caption={t('directory:mediators.caption')}
            rows={rows}
            rowKey={(row) => row.id}
            dense
            columns={[
              {
                label: t('directory:name'),
                cell: (row) => (
                  <a href={href(pages.office.mediator, { userId: row.id })}>
                    <UserText inline>{row.name}</UserText>
                  </a>
                ),
              },
              { label: t('directory:email'), cell: (row) => <UserText inline>{row.email}</UserText> },
              {
                label: t('directory:mediators.accreditation'),
                cell: (row) => <UserText inline>{row.accreditation}</UserText>,
              },
              { label: t('directory:language'), cell: (row) => t(`directory:languages.${row.language}`) },
              { label: t('directory:status'), cell: (row) => <AccountStatus {...row} now={now} /> },
              { label: t('directory:mediators.mediations'), numeric: true, cell: (row) => row.mediations },
            ]}
          />
        </>
      )}
      <Pager next={next} />
    </Page>
  );
}
