import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { LinkButton } from '../ui/Button.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import { Pager } from '../ui/navigation/Pager.tsx';
import { Table, type Column } from '../ui/data/Table.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import { directories, type Directory } from './directory.ts';
import { OfficeTabs } from './OfficeTabs.tsx';
import { SearchForm } from './SearchForm.tsx';

type Props<Row> = {
  name: Directory;
  directory: {
    title: string;
    /** What was looked for. */
    search: string;
    rows: Row[];
    count: number;
    next: string | null;
  };
  /** What stands beside each name. */
  columns: Column<Row>[];
};

/** A directory of the Office: looking into it, its rows, and a new one. */
export function DirectoryPage<Row extends { id: string; name: string }>({ name, directory, columns }: Props<Row>) {
  const { title, search, rows, count, next } = directory;
  const t = useT();
  const { list, open, of } = directories[name];
  const why = search ? 'notFound' : 'empty';
  return (
    <Page title={title} width="full" aside={<LinkButton to={open}>{t(`directory:${name}.new`)}</LinkButton>}>
      <OfficeTabs current={name} />
      <SearchForm path={list} typed={search} hint={t(`directory:${name}.hint`)} />
      {rows.length === 0 ? (
        <Empty title={t(`directory:${name}.${why}`)}>
          <p>{t(`directory:${name}.${why}Note`)}</p>
        </Empty>
      ) : (
        <>
          <p>{t(`directory:${name}.count`, { count })}</p>
          <Table
            caption={t(`directory:${name}.caption`)}
            rows={rows}
            rowKey={(row) => row.id}
            dense
            columns={[
              {
                label: t('directory:name'),
                cell: (row) => (
                  <a href={of(row.id)}>
                    <UserText inline>{row.name}</UserText>
                  </a>
                ),
              },
              ...columns,
            ]}
          />
        </>
      )}
      <Pager next={next} />
    </Page>
  );
}
