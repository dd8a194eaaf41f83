import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import { signedInPerson, type SignedInRow, type TextsInForce } from '#db/accounts/signed-in.ts';
import type { Database } from '#db/database.ts';
import type { CurrentUser } from './types.ts';

export const textsInForce: TextsInForce = { terms: termsVersion, confidentiality: confidentialityVersion };

/** The person of a row, with what they still have to do. */
export function personOf({ accepted, outdated, ...user }: SignedInRow): CurrentUser {
  const asked = { merchant: accepted < 2, mediator: accepted < 2, consumer: outdated, officer: false };
  return { ...user, termsDue: asked[user.kind] };
}

/** The signed-in person with their companies and what they still have to do; null when the account is closed or deleted. */
export async function loadUser(db: Database, id: string): Promise<CurrentUser | null> {
  const row = await signedInPerson(db, { id, texts: textsInForce });
  return row && personOf(row);
}
