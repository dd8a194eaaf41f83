import { absencesMeet, type Absence } from '../absence/absence.ts';

/** Who is away, in which company, and who stands in. */
export type StandIn = Absence & { merchantId: string; userId: string; substituteId: string };

/** Somebody of a company. */
type Member = { id: string; merchantId: string; role: 'respondent' | 'representative' };

type StandInProblem =
  'absence.past' | 'absence.meets_declared' | 'absence.not_yours' | 'absence.substitute' | 'absence.substitute_away';

/**
 * B-09: what stands against an absence that somebody declares. A person declares their own, and the respondent anybody's of the company (F-014); who stands
 * in is another member of the same company, who is there on these days. Null when nothing does.
 *
 * @param members of the companies of the person who declares, today.
 * @param others absences of these companies that stand.
 */
export function standInProblem(
  asked: StandIn,
  { by, members, others, today }: { by: string; members: readonly Member[]; others: readonly StandIn[]; today: string },
): StandInProblem | null {
  const here = (id: string) => members.find((each) => each.id === id && each.merchantId === asked.merchantId);
  if (!mayDeclare(here(by), asked) || !here(asked.userId)) return 'absence.not_yours';
  if (asked.lastDay < today) return 'absence.past';
  if (asked.substituteId === asked.userId || !here(asked.substituteId)) return 'absence.substitute';
  const meets = (userId: string) =>
    others.some(
      (other) => other.merchantId === asked.merchantId && other.userId === userId && absencesMeet(asked, other),
    );
  if (meets(asked.userId)) return 'absence.meets_declared';
  return meets(asked.substituteId) ? 'absence.substitute_away' : null;
}

/** Whether a member declares, or cancels, that person's absence in their company. */
export function mayDeclare(
  by: Member | undefined,
  { userId, merchantId }: Pick<StandIn, 'userId' | 'merchantId'>,
): boolean {
  return by?.merchantId === merchantId && (by.id === userId || by.role === 'respondent');
}
