import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { Reader } from '#content/reader.ts';
import { languages } from '#content/texts/index.ts';
import { callAddress } from '#content/texts/phone.ts';
import type { ContactRow, FollowUp, Reminder } from '#web/server/services/office/follow-up.ts';
import { sinceWords } from '../desk/present-queue.server.ts';

/** What an officer reads and does to reach a party, in words. */
export function presentFollowUp(reader: Reader, facts: FollowUp) {
  const { t, label, shortDateTime, date } = reader;
  const { id, number, running, since, now, step } = facts;
  return {
    id,
    number,
    running,
    today: facts.today,
    lines: [
      { label: t('office:dossiers.status'), value: label('statuses', facts.status) },
      { label: t('office:dossiers.turn'), value: running ? t(`office:dossiers.who.${facts.turn}`) : '' },
      { label: t('office:desk.silentSince'), value: running && since ? sinceWords(reader, since, now) : '' },
      { label: t('office:dossiers.merchant'), value: facts.merchantName },
    ],
    reminders: facts.reminders.map((reminder) => ({
      at: reminder.at,
      atText: shortDateTime(reminder.at),
      what: reminderWords(reader, reminder),
    })),
    reports: facts.reports.map((report) => ({
      what: report.side
        ? t('office:desk.aboutSide', {
            what: label('mediationReports', report.kind),
            side: t(`office:dossiers.who.${report.side}`),
          })
        : label('mediationReports', report.kind),
      told: report.at,
      at: shortDateTime(report.at),
      target: report.newTarget && t('office:followUp.newTarget', { date: reader.shortDay(report.newTarget) }),
      hint: report.kind === 'nudge' ? t('office:followUp.requestHint') : null,
      answers: (report.kind === 'nudge' ? (['unreachable', 'settled'] as const) : (['seen'] as const)).map(
        (answer) => ({
          answer,
          words: t(`office:followUp.answers.${answer}`),
        }),
      ),
    })),
    people: facts.people.map((person) => ({
      ...person,
      phone: person.phone && reader.phone(person.phone),
      what: t(`office:followUp.people.${person.as}`),
      call: person.phone && callAddress(person.phone),
    })),
    letters: facts.letters.flatMap(({ side, about }) =>
      languages.map((language) => ({
        to: withQuery(href(pages.office.letter, { dossierId: id }), { partie: side, modele: about, langue: language }),
        words: t('office:followUp.letterTo', {
          about: t(`documents:letter.cases.${about}.title`),
          to: t(`office:followUp.letterSide.${side}`),
          language: t(`mediation:assign.languages.${language}`),
        }),
      })),
    ),
    step: step && {
      version: step.version,
      body: step.body,
      due: t('office:followUp.due', { date: date(step.dueDay), name: step.setBy }),
      late: step.dueDay <= facts.today,
    },
    cut: facts.contactsCut && {
      note: t('office:followUp.cut', { count: facts.contactsCut }),
      rest: withQuery(href(pages.office.followUp, { dossierId: id }), { tout: 'oui' }),
    },
    contacts: facts.contacts.map((contact) => presentContact(reader, contact)),
  };
}

function reminderWords({ t, label }: Reader, { way, side }: Reminder): string {
  if (way === null || side === null) return t('office:followUp.reminder');
  const of = t(`office:dossiers.who.${side}`);
  if (way === 'nudged') return t('office:followUp.nudged', { side: of });
  return t('office:desk.aboutSide', { what: label('contactWays', way), side: of });
}

function presentContact({ t, shortDateTime }: Reader, { id, kind, side, body, at, author }: ContactRow) {
  const what = t(`office:followUp.kinds.${kind}`);
  return {
    id,
    at,
    atText: shortDateTime(at),
    what: side ? t('office:desk.aboutSide', { what, side: t(`office:followUp.sides.${side}`) }) : what,
    author,
    body,
  };
}
