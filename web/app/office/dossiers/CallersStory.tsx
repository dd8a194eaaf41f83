import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { ContactLog, People, Reminders } from './FollowUp.tsx';
import type { presentOfficeDossier } from './present.server.ts';

type Shown = Pick<ReturnType<typeof presentOfficeDossier>, 'followUp' | 'codes'> & { id: string };

/** What an officer needs whom a party calls (B-11): who is concerned, what was sent and tried, what comes next, which codes opened it; no content. */
export function CallersStory({ id, followUp, codes }: Shown) {
  const t = useT();
  const { people, reports, reminders, step, contacts, cut } = followUp;
  return (
    <>
      <People people={people} />
      {reports.length > 0 ? (
        <section>
          <h2>{t('office:followUp.reports')}</h2>
          <ul>
            {reports.map(({ told, at, what }) => (
              <li key={told}>
                <a href={href(pages.office.followUp, { dossierId: id })}>{what}</a> <time dateTime={told}>{at}</time>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Reminders reminders={reminders} />
      <section>
        <h2>{t('office:followUp.step')}</h2>
        {step ? (
          <p>
            <UserText inline>{step.body}</UserText>{' '}
            {step.late ? <Chip filled>{t('office:followUp.isDue')}</Chip> : null}
            <span className="pc-second-line">{step.due}</span>
          </p>
        ) : (
          <p>{t('office:dossier.noStep')}</p>
        )}
      </section>
      <ContactLog contacts={contacts} cut={cut} />
      <section>
        <h2>{t('office:codes.title')}</h2>
        {codes.length === 0 ? (
          <p>{t('office:dossier.noCodes')}</p>
        ) : (
          <Table
            caption={t('office:codes.title')}
            rows={codes}
            rowKey={(row) => row.id}
            dense
            columns={[
              { label: t('office:codes.reference'), nowrap: true, cell: ({ reference }) => reference },
              { label: t('office:codes.consumer'), cell: ({ email }) => email },
              { label: t('office:codes.issued'), nowrap: true, cell: ({ issuedOn }) => issuedOn },
              { label: t('office:codes.until'), nowrap: true, cell: ({ until }) => until },
              { label: t('office:codes.status'), cell: ({ state }) => t(`office:codes.state.${state}`) },
            ]}
          />
        )}
        <p>
          <a href={withQuery(href(pages.office.issueCodes), { dossier: id })}>{t('office:dossier.issueAgain')}</a>
        </p>
      </section>
    </>
  );
}
