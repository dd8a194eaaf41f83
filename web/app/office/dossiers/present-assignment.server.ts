import type { Reader } from '#content/reader.ts';
import type { Absence } from '#domain/absence/absence.ts';
import { whyWords } from '../why-suggested.server.ts';
import type { Assignment, Candidate } from '#web/server/services/office/assignment.ts';

/** What an officer reads before naming a mediator, in words. */
export function presentAssignment(reader: Reader, assignment: Assignment) {
  const { t, shortDay, label } = reader;
  const { id, number, merchantName, problemKind, language, requestedAt, proposals, current } = assignment;
  const { recusals, candidates, reasons } = assignment;
  return {
    id,
    number,
    current: current?.id ?? '',
    /** Why nobody is offered, where nobody is: all the others were named here before. */
    before: current !== null || recusals.length > 0,
    lines: [
      { label: t('mediation:assign.merchant'), value: merchantName },
      { label: t('mediation:assign.kind'), value: label('problemKinds', problemKind) },
      { label: t('mediation:assign.language'), value: t(`directory:languages.${language}`) },
      { label: t('mediation:assign.since'), value: requestedAt ? shortDay(requestedAt) : '' },
      { label: t('mediation:assign.proposals'), value: t('mediation:assign.proposalsValue', proposals) },
      { label: t('mediation:assign.current'), value: current?.name ?? t('mediation:assign.nobody') },
      ...recusals.map(({ name, at, reason }) => ({
        label: t('mediation:assign.recused'),
        value: t('mediation:assign.recusedValue', {
          name,
          date: shortDay(at),
          reason: label('recusalReasons', reason),
        }),
      })),
    ],
    why: reasons.length > 0 ? whyWords(reader, candidates[0]?.name ?? '', reasons) : null,
    candidates: candidates.map((candidate) => ({
      id: candidate.id,
      name: candidate.name,
      suggested: candidate.suggested,
      known: knownOf(reader, candidate),
    })),
  };
}

/** When somebody is away, and what that means for what is suggested (F-137). */
function awayWords({ t, date }: Reader, { firstDay, lastDay }: Absence): string {
  return firstDay === lastDay
    ? t('mediation:assign.awayOneDay', { first: date(firstDay) })
    : t('mediation:assign.away', { first: date(firstDay), last: date(lastDay) });
}

/** In a line: the language, what is under way, what was before with this merchant. */
function knownOf(reader: Reader, { language, field, load, earlier, accreditation, away }: Candidate): string {
  const { t } = reader;
  return [
    away ? awayWords(reader, away) : '',
    t('mediation:assign.speaks', { language: t(`mediation:assign.languages.${language}`) }),
    field === 'any' ? '' : t(`mediation:assign.fields.${field}`),
    t('mediation:assign.load', { count: load }),
    t('mediation:assign.earlier', { count: earlier }),
    accreditation,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
