import { href, pages } from '#contracts/pages/index.ts';
import type { Reader } from '#content/reader.ts';
import type { QueueName, QueueRows } from '#web/server/services/office/queues.ts';
import { tableOf, type ListTable } from '../../lists/table.ts';

/** The rows of a list at an instant, and a reader: its table. */
type Given<Name extends QueueName> = { rows: QueueRows[Name][]; now: string };

/** What stands in each column of a list, where it sorts by which name, and where its rows lead. */
type Columns<Row> = {
  to: (row: Row) => string;
  /** Tells rows apart that are about the same thing. */
  key?: (row: Row) => string;
  columns: [label: string, cell: (row: Row) => string, name?: string][];
};

/** A list in words: the same on its page and in its file. */
export function presentQueue<Name extends QueueName>(
  reader: Reader,
  name: Name,
  { rows, now }: Given<Name>,
): ListTable {
  const { to, key = ({ id }) => id, columns } = layouts[name](reader, now) as Columns<QueueRows[Name]>;
  const table = tableOf(
    {
      to,
      columns: columns.map(([label, cell, sorts], position) => ({
        name: sorts ?? label,
        label,
        cell,
        // A number, or a few words; a company's name may be long.
        nowrap: position === 0 && sorts !== 'merchant',
      })),
    },
    rows,
  );
  return { ...table, rows: table.rows.map((row, position) => ({ ...row, id: key(rows[position]!) })) };
}

const layouts: { [Name in QueueName]: (reader: Reader, now: string) => Columns<QueueRows[Name]> } = {
  assign: (reader, now) => {
    const { t, label } = reader;
    return {
      to: ({ id }) => href(pages.office.assignMediator, { dossierId: id }),
      columns: [
        [t('office:dossiers.number'), ({ number }) => number],
        [t('office:desk.waiting'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('mediation:assign.language'), ({ language }) => t(`directory:languages.${language}`)],
        [t('mediation:assign.kind'), ({ problemKind }) => label('problemKinds', problemKind)],
        [t('mediation:assign.merchant'), ({ merchantName }) => merchantName, 'merchant'],
        [t('mediation:assign.proposals'), ({ proposals }) => t('mediation:assign.proposalsValue', proposals)],
        [t('office:desk.former'), ({ former }) => former ?? t('office:desk.nobodyYet')],
      ],
    };
  },
  reports: (reader, now) => {
    const { t, label, shortDay } = reader;
    const what = ({ report, side }: QueueRows['reports']) => {
      if (report === null) return t('office:desk.targetPassed');
      const about = label('mediationReports', report);
      return side ? t('office:desk.aboutSide', { what: about, side: t(`office:dossiers.who.${side}`) }) : about;
    };
    return {
      to: ({ id }) => href(pages.office.followUp, { dossierId: id }),
      key: ({ id, since }) => `${id} ${since}`,
      columns: [
        [t('office:dossiers.number'), ({ number }) => number],
        [t('office:desk.since'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('office:desk.news'), what],
        [t('office:desk.target'), ({ target }) => shortDay(target)],
        [t('absences:office.mediator'), ({ mediator }) => mediator ?? t('office:desk.nobodyYet')],
        [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
      ],
    };
  },
  stalled: (reader, now) => {
    const { t, date, shortDay } = reader;
    const what = ({ why, firstDay, lastDay }: QueueRows['stalled']) => {
      const [first, last] = [date(firstDay ?? ''), date(lastDay ?? '')];
      if (why !== 'absent') return t(`office:desk.stalls.${why}`);
      return firstDay === lastDay ? t('office:desk.awayOneDay', { first }) : t('office:desk.away', { first, last });
    };
    return {
      // Whoever is silent is called first; a mediation that nobody can lead, or nobody will for weeks, is given to another.
      to: ({ id, why }) =>
        href(pages.office[why === 'closed' || why === 'absent' ? 'assignMediator' : 'followUp'], { dossierId: id }),
      columns: [
        [t('office:dossiers.number'), ({ number }) => number],
        [t('office:desk.since'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('office:desk.stall'), what],
        [t('absences:office.mediator'), ({ mediator }) => mediator],
        [t('office:desk.target'), ({ target }) => shortDay(target)],
        [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
      ],
    };
  },
  silent: (reader, now) => {
    const { t, label, shortDay } = reader;
    const moments = (key: string, at: string[]) =>
      at.length === 0 ? t('office:desk.noneSent') : t(key, { count: at.length, last: shortDay(at.at(-1) ?? '') });
    return {
      to: ({ id }) => href(pages.office.followUp, { dossierId: id }),
      columns: [
        [t('office:dossiers.number'), ({ number }) => number],
        [t('office:desk.silentSince'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('office:dossiers.turn'), ({ turn }) => t(`office:dossiers.who.${turn}`)],
        [t('office:dossiers.status'), ({ status }) => label('statuses', status)],
        [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
        [t('office:desk.reminders'), ({ reminders }) => moments('office:desk.sent', reminders)],
        [t('office:desk.nudges'), ({ nudges }) => moments('office:desk.sent', nudges)],
        [
          t('office:desk.lastContact'),
          ({ contactAt }) => (contactAt ? shortDay(contactAt) : t('office:desk.noneSent')),
        ],
        [
          t('office:desk.record'),
          ({ record }) => (record ? t('office:desk.recordOf', record) : t('office:desk.notConcerned')),
        ],
      ],
    };
  },
  merchants: (reader, now) => {
    const { t, number } = reader;
    return {
      to: ({ id }) => href(pages.office.merchant, { merchantId: id }),
      columns: [
        [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
        [t('office:desk.oldest'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('office:desk.unanswered'), ({ waiting }) => number(waiting), 'waiting'],
        [t('office:desk.received'), ({ submitted }) => number(submitted)],
        [t('office:desk.taken'), ({ taken }) => number(taken)],
        [
          t('office:desk.median'),
          ({ medianDays }) =>
            medianDays === null
              ? t('office:desk.neverTaken')
              : t('office:desk.days', { count: Math.round(medianDays) }),
        ],
      ],
    };
  },
  steps: ({ t, date }) => ({
    to: ({ id }) => href(pages.office.followUp, { dossierId: id }),
    columns: [
      [t('office:dossiers.number'), ({ number }) => number],
      [t('office:desk.due'), ({ dueDay }) => date(dueDay), 'since'],
      [t('office:desk.step'), ({ body }) => body],
      [t('office:desk.setBy'), ({ setBy }) => setBy],
      [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
    ],
  }),
  participations: (reader, now) => {
    const { t, number } = reader;
    return {
      to: ({ id }) => href(pages.office.participation, { participationId: id }),
      columns: [
        [t('participation:number'), ({ number: numbered }) => numbered],
        [t('office:desk.since'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('participation:fields.legalName.label'), ({ legalName }) => legalName, 'merchant'],
        [t('directory:fields.neq.label'), ({ neq }) => neq],
        [t('directory:fields.city.label'), ({ city }) => city],
        [t('participation:people'), ({ people }) => number(people)],
        [
          t('participation:sending'),
          ({ corrected }) => t(corrected ? 'participation:correctedForm' : 'participation:firstForm'),
        ],
      ],
    };
  },
  accesses: (reader, now) => {
    const { t } = reader;
    return {
      to: ({ id }) => href(pages.office.accessRequest, { requestId: id }),
      columns: [
        [t('participation:request'), ({ kind }) => t(`participation:asked.${kind}`)],
        [t('office:desk.since'), ({ since }) => sinceWords(reader, since, now), 'since'],
        [t('office:dossiers.merchant'), ({ merchantName }) => merchantName, 'merchant'],
        [t('participation:person'), ({ name }) => name || t('participation:nobody')],
        [t('participation:askedBy'), ({ askedBy }) => askedBy],
      ],
    };
  },
};

const dayMs = 86_400_000;

/** « 12 mars 2026 (4 jours) »: days that are over. */
export function sinceWords({ t, shortDay }: Reader, since: string, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  return t('office:desk.sinceDays', { date: shortDay(since), days: t('office:desk.days', { count: days }) });
}
