import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppError } from '#contracts/errors.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { isCode } from '#content/lists/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { FilterForm } from '../FilterForm.tsx';
import { LinkedRows } from '../LinkedRows.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { presentFilters } from './present-filters.server.ts';
import { presentQueue } from './present-queue.server.ts';
import { askedOf, queueOf } from './queues.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.queue, args);
  const { t, reader, services } = context;
  const name = queueOf(params.queue);
  if (!name) throw new AppError('access.not_found');
  const address = new URL(request.url).searchParams;
  const { filter, query } = askedOf(name, address, (code) => isCode('problemKinds', code));
  const after = address.get('apres');
  const asked = await services.office.queue({ officerId: officer.id, name, filter, after });
  const here = href(pages.office.queue, params);
  return {
    title: t(`office:desk.queues.${name}.title`),
    of: [after && t('layout:pager.following')],
    hint: t(`office:desk.queues.${name}.hint`, { days: asked.unansweredDays }),
    empty: t(`office:desk.queues.${name}.empty`),
    here,
    filters: presentFilters(reader, name, query),
    table: presentQueue(reader, name, asked),
    file: withQuery(href(pages.office.queueFile, params), query),
    next: asked.next && withQuery(here, { ...query, apres: asked.next }),
  };
}

/** One list of the desk, oldest first (F-130, F-136, A-06, A-24, B-11). */
export default function Queue() {
  const t = useT();
  const { title, hint, empty, here, filters, table, file, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      crumbs={[{ label: t('office:desk.title'), to: href(pages.office.home) }, { label: title }]}
      aside={
        <LinkButton to={file} look="secondary" download>
          {t('office:desk.file')}
        </LinkButton>
      }
    >
      <OfficeTabs current="home" />
      <p>{hint}</p>
      <FilterForm path={here} filters={filters} />
      {table.rows.length === 0 ? (
        <Empty title={empty} />
      ) : (
        <LinkedRows caption={title} columns={table.columns} rows={table.rows} />
      )}
      <Pager next={next} />
    </Page>
  );
}
