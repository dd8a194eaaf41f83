import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { AccountStatus } from '../AccountStatus.tsx';
import { loadDirectory } from '../directory.ts';
import { DirectoryPage } from '../DirectoryPage.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.office.mediators, args);
  return loadDirectory('mediators', args, args.context.services.directory.mediators);
}

/** F-020: the mediators that have an account, and what each has under way. */
export default function Mediators() {
  const t = useT();
  const directory = useLoaderData<typeof loader>();
  return (
    <DirectoryPage
      name="mediators"
      directory={directory}
      columns={[
        { label: t('directory:email'), cell: (row) => <UserText inline>{row.email}</UserText> },
        {
          label: t('directory:mediators.accreditation'),
          cell: (row) => <UserText inline>{row.accreditation}</UserText>,
        },
        { label: t('directory:language'), cell: (row) => t(`directory:languages.${row.language}`) },
        { label: t('directory:status'), cell: (row) => <AccountStatus {...row} now={directory.now} /> },
        { label: t('directory:mediators.mediations'), numeric: true, cell: (row) => row.mediations },
      ]}
    />
  );
}
