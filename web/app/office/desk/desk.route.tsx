import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { queues, slugOf } from './queues.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.home, args);
  const { t } = context;
  const { counts, locked, most, unansweredDays } = await context.services.office.desk();
  const days = t('office:desk.days', { count: unansweredDays });
  const counted = (count: number) => (count >= most ? t('office:desk.orMore', { count: most }) : String(count));
  return {
    title: t('office:desk.title'),
    rows: [
      ...queues.map((name) => ({
        to: href(pages.office.queue, { queue: slugOf(name) }),
        label: t(`office:desk.queues.${name}.title`),
        hint: t(`office:desk.queues.${name}.hint`, { days }),
        count: counted(counts[name]),
        waits: counts[name] > 0,
      })),
      {
        to: withQuery(href(pages.office.codes), { etat: 'locked', tri: 'oldest' }),
        label: t('office:desk.locked'),
        hint: t('office:desk.lockedHint'),
        count: counted(locked),
        waits: locked > 0,
      },
    ],
  };
}

/** What needs an officer today: each list with how long it is (F-005, B-11). */
export default function Desk() {
  const t = useT();
  const { title, rows } = useLoaderData<typeof loader>();
  return (
    <Page title={title} width="full">
      <OfficeTabs current="home" />
      <p>{t('office:desk.intro')}</p>
      <Table
        caption={t('office:desk.caption')}
        rows={rows}
        rowKey={({ to }) => to}
        marked={({ waits }) => waits}
        columns={[
          { label: t('office:desk.list'), cell: ({ to, label }) => <a href={to}>{label}</a> },
          {
            label: t('office:desk.count'),
            nowrap: true,
            cell: ({ count, waits }) => <Chip filled={waits}>{count}</Chip>,
          },
          { label: t('office:desk.what'), cell: ({ hint }) => hint },
        ]}
      />
    </Page>
  );
}
