import { confidentialityVersion, officeVersion, termsVersion } from '#content/terms/versions.ts';
import { signedInPerson, type SignedInRow, type TextsInForce } from '#db/accounts/signed-in.ts';
import type { Database } from '#db/database.ts';
import type { CurrentUser } from './types.ts';

export const textsInForce: TextsInForce = {
  terms: termsVersion,
  confidentiality: confidentialityVersion,
  office: officeVersion,
};

/** Whether those who act for the Office, mediate or answer for a merchant must have a second factor (ADR 35). */
export type SecondFactorPolicy = 'required' | 'optional';

/** The person of a row, with what they still have to do. */
export function personOf(
  { accepted, outdated, secondFactor, ...user }: SignedInRow,
  policy: SecondFactorPolicy = 'optional',
): CurrentUser {
  const asked = { merchant: accepted < 2, mediator: accepted < 2, consumer: outdated, officer: accepted < 2 };
  const factorDue = policy === 'required' && !secondFactor && mustHaveFactor(user);
  return { ...user, termsDue: asked[user.kind], factorDue };
}

/** Officers, mediators and respondents: they see or decide for many. */
function mustHaveFactor({ kind, memberships }: Pick<SignedInRow, 'kind' | 'memberships'>): boolean {
  if (kind === 'merchant') return memberships.some(({ role }) => role === 'respondent');
  return kind === 'officer' || kind === 'mediator';
}

/** The signed-in person with their companies and what they still have to do; null when the account is closed or deleted. */
export async function loadUser(db: Database, id: string): Promise<CurrentUser | null> {
  const row = await signedInPerson(db, { id, texts: textsInForce });
  return row && personOf(row);
}
