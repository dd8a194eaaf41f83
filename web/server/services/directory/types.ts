import type { Language } from '#content/texts/index.ts';
import type { Database } from '#db/database.ts';

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

/** Where an account stands: its link was not used yet, in use, access removed or account closed. */
export type AccountState = 'invited' | 'active' | 'removed';

/** What the directory's services share. */
export type DirectoryDeps = { db: Database; now: () => Date; pepper: string };
