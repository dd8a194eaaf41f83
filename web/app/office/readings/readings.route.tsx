import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { LinkedRows } from '../LinkedRows.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { presentReadings } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.readings, args);
  const after = new URL(request.url).searchParams.get('apres');
  const { rows, next } = await context.services.office.readings({ officerId: officer.id, after });
  return {
    title: context.t('reading:log.title'),
    of: [after && context.t('layout:pager.following')],
    table: presentReadings(context.reader, rows),
    next: next && withQuery(href(pages.office.readings), { apres: next }),
  };
}

/** « Journal des accès exceptionnels »: who read the content of which dossier, when and why (A-30, B-11). */
export default function Readings() {
  const t = useT();
  const { title, table, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      crumbs={[{ label: t('office:desk.title'), to: href(pages.office.home) }, { label: title }]}
      aside={
        <LinkButton to={href(pages.office.readingsFile)} look="secondary" download>
          {t('reading:log.file')}
        </LinkButton>
      }
    >
      <OfficeTabs current="readings" />
      <p>{t('reading:log.intro')}</p>
      {table.rows.length === 0 ? (
        <Empty title={t('reading:log.empty')} />
      ) : (
        <LinkedRows caption={title} columns={table.columns} rows={table.rows} />
      )}
      <Pager next={next} />
    </Page>
  );
}
