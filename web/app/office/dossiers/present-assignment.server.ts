import type { Reader } from '#content/reader.ts';
import type { Assignment, Candidate } from '#web/server/services/office/assignment.ts';

/** What an officer reads before naming a mediator, in words. */
export function presentAssignment(reader: Reader, assignment: Assignment) {
  const { t, day, label } = reader;
  const { id, number, merchantName, problemKind, language, requestedAt, proposals, current, candidates } = assignment;
  return {
    id,
    number,
    current: current?.id ?? '',
    lines: [
      { label: t('mediation:assign.merchant'), value: merchantName },
      { label: t('mediation:assign.kind'), value: label('problemKinds', problemKind) },
      { label: t('mediation:assign.language'), value: t(`mediation:assign.languages.${language}`) },
      {
        label: t('mediation:assign.since'),
        value: requestedAt ? t('mediation:assign.sinceValue', { date: day(requestedAt) }) : '',
      },
      { label: t('mediation:assign.proposals'), value: t('mediation:assign.proposalsValue', proposals) },
      { label: t('mediation:assign.current'), value: current?.name ?? t('mediation:assign.nobody') },
    ],
    candidates: candidates.map((candidate) => ({
      id: candidate.id,
      name: candidate.name,
      suggested: candidate.suggested,
      known: knownOf(reader, candidate),
    })),
  };
}

/** In a line: the language, what is under way, what was before with this merchant. */
function knownOf({ t }: Reader, { language, load, earlier, accreditation }: Candidate): string {
  return [
    t('mediation:assign.speaks', { language: t(`mediation:assign.languages.${language}`) }),
    t('mediation:assign.load', { count: load }),
    t('mediation:assign.earlier', { count: earlier }),
    accreditation,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
