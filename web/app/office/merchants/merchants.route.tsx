import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { loadDirectory } from '../directory.ts';
import { DirectoryPage } from '../DirectoryPage.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.office.merchants, args);
  return loadDirectory('merchants', args, args.context.services.directory.merchants);
}

/** F-014: the merchants that take part, and how many people act for each. */
export default function Merchants() {
  const t = useT();
  const directory = useLoaderData<typeof loader>();
  return (
    <DirectoryPage
      name="merchants"
      directory={directory}
      columns={[
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
  );
}
