import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { presentOverseen } from '../../absences/present.server.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.absences, args);
  const { today, absences } = await context.services.absences.overseen();
  return {
    title: context.t('absences:office.title'),
    absences: absences.map((absence) => presentOverseen(context.reader, { ...absence, today })),
  };
}

/** Absences that mediators announced, and the dossiers that fall in them (F-137). */
export default function OverseenAbsences() {
  const t = useT();
  const { title, absences } = useLoaderData<typeof loader>();
  return (
    <Page title={title} width="full">
      <OfficeTabs current="absences" />
      <p>{t('absences:office.note')}</p>
      {absences.length === 0 ? (
        <Empty title={t('absences:office.none')} />
      ) : (
        <Table
          caption={t('absences:office.caption')}
          rows={absences}
          rowKey={({ id }) => id}
          dense
          columns={[
            {
              label: t('absences:office.mediator'),
              cell: ({ mediatorId, name }) => (
                <a href={href(pages.office.mediator, { userId: mediatorId })}>
                  <UserText inline>{name}</UserText>
                </a>
              ),
            },
            {
              label: t('absences:days'),
              cell: ({ days, now }) => (
                <>
                  {days} {now ? <Chip filled>{t('absences:office.now')}</Chip> : null}
                </>
              ),
            },
            { label: t('absences:length'), nowrap: true, cell: ({ length }) => length },
            { label: t('absences:notice'), cell: ({ notice }) => notice },
            {
              label: t('absences:office.dossiers'),
              cell: ({ mediatorId, dossiers, targets }) =>
                dossiers ? (
                  <>
                    <a href={href(pages.office.handOver, { userId: mediatorId })}>{dossiers}</a>
                    <span className="pc-second-line">{targets}</span>
                  </>
                ) : (
                  t('absences:office.noDossier')
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
