import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { presentPolicy } from './present-policy.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.policy, args);
  const facts = await context.services.policy.facts();
  return { title: context.t('policy:title'), page: presentPolicy(context.reader, facts) };
}

/** The durations that new dossiers live by, in force and to come (T-08, A-06, B-11). */
export default function Policy() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const { inForce, next, versions } = page;
  return (
    <Page
      title={title}
      width="full"
      aside={<LinkButton to={href(pages.office.nextPolicy)}>{t(next ? 'policy:replace' : 'policy:next')}</LinkButton>}
    >
      <OfficeTabs current="policy" />
      <p>{t('policy:intro')}</p>
      <h2>{t('policy:inForce')}</h2>
      <Terms caption={t('policy:inForce')} rows={inForce} />
      {next ? (
        <>
          <h2>{next.title}</h2>
          <p>{t('policy:comingNote')}</p>
          <Terms caption={next.title} rows={next.rows} />
        </>
      ) : null}
      <h2>{t('policy:versions')}</h2>
      <Table
        caption={t('policy:versions')}
        rows={versions}
        rowKey={({ id }) => String(id)}
        dense
        columns={[
          { label: t('policy:version'), nowrap: true, cell: ({ number }) => number },
          { label: t('policy:from'), cell: ({ from }) => from },
          { label: t('policy:setAt'), cell: ({ setAt }) => setAt },
          { label: t('policy:setBy'), cell: ({ setBy }) => <UserText inline>{setBy}</UserText> },
          { label: t('policy:standing'), cell: ({ standing, current }) => <Chip filled={current}>{standing}</Chip> },
        ]}
      />
    </Page>
  );
}

type Row = { term: string; label: string; length: string; who: string };

function Terms({ caption, rows }: { caption: string; rows: Row[] }) {
  const t = useT();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ term }) => term}
      dense
      columns={[
        { label: t('policy:term'), cell: ({ label }) => label },
        { label: t('policy:length'), cell: ({ length }) => length },
        { label: t('policy:who'), cell: ({ who }) => who },
      ]}
    />
  );
}
