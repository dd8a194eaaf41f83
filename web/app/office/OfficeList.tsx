import type { ReactNode } from 'react';
import { ListFile } from '../lists/ListFile.tsx';
import { FullList, type FullListData } from '../lists/FullList.tsx';
import type { Crumb } from '../ui/navigation/Breadcrumb.tsx';
import { Page } from '../layout/Page.tsx';
import { ButtonGroup } from '../ui/Button.tsx';
import { OfficeTabs, type OfficeTab } from './OfficeTabs.tsx';

type Props = {
  title: string;
  current: OfficeTab;
  list: FullListData;
  intro?: string;
  crumbs?: Crumb[];
  /** The act of the page, at the right of its title. */
  aside?: ReactNode;
  /** What stands above the filters. */
  children?: ReactNode;
};

/** A list of the Office with all that it is asked: a search, filters, orders in its headings, pages, a file (B-11). */
export function OfficeList({ title, current, list, intro, crumbs, aside, children }: Props) {
  return (
    <Page
      title={title}
      width="full"
      {...(crumbs ? { crumbs } : {})}
      aside={
        <ButtonGroup>
          {aside}
          <ListFile to={list.file} />
        </ButtonGroup>
      }
    >
      <OfficeTabs current={current} />
      {intro ? <p>{intro}</p> : null}
      <FullList list={list}>{children}</FullList>
    </Page>
  );
}
