import type { Letterhead } from '../files/paper.ts';
import { merchantOf, type MerchantKey } from '../merchants.ts';
import { personOf, type PersonKey } from '../people.ts';

/** A person as the papers of a dispute address them. */
export function letterhead(key: PersonKey): Letterhead {
  const { name, addressLine = '', city = '', postalCode = '' } = personOf(key);
  return { name, lines: [addressLine, `${city} (Québec)  ${postalCode}`] };
}

/** A merchant at the top of its papers. */
export function shop(key: MerchantKey): Letterhead {
  const { legalName, addressLine, city, postalCode, phone } = merchantOf(key);
  return { name: legalName, lines: [addressLine, `${city} (Québec)  ${postalCode}`, phone] };
}
