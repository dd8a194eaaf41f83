import { draftMark } from '#contracts/draft-mark.ts';
import type { NamedPlaces, NewMerchant } from './types.ts';

/** What agreements and attestations print of a person. */
export type PrintedName = { firstName: string; lastName: string; accreditation?: string };

/** A short mark of what a company's record says: the form that changes it sends back the one that it was shown with. */
export function merchantMark(merchant: Required<NewMerchant> & NamedPlaces): string {
  const { name, legalName, neq, email, phone, addressLine, city, province, postalCode } = merchant;
  const { tradeNames, establishments } = merchant;
  const place = [addressLine, city, province, postalCode];
  return draftMark([name, legalName, neq, email, phone, ...place, tradeNames, establishments]);
}

/** The same of a person's name and accreditation. */
export function nameMark({ firstName, lastName, accreditation = '' }: PrintedName): string {
  return draftMark([firstName, lastName, accreditation]);
}
