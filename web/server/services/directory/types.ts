import type { Language } from '#content/texts/index.ts';
import type { Store } from '#db/transaction.ts';

export type NewMerchant = {
  name: string;
  legalName?: string;
  neq?: string;
  email?: string;
  phone?: string;
  addressLine?: string;
  city?: string;
  province?: string;
  postalCode?: string;
};

export type NewPerson = { email: string; firstName: string; lastName: string; language: Language };
export type MerchantRole = 'respondent' | 'representative';
/** Kinds of account that the Office or an operator opens; consumers register by themselves (F-010). */
export type StaffKind = 'merchant' | 'mediator' | 'officer';

/** Rows of a page of merchants or mediators. */
export const pageSize = 50;

/** What the directory's services share. */
export type DirectoryDeps = Store & { now: () => Date; pepper: string };
