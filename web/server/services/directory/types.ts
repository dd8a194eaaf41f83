import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
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

/** The other trade names and the places that a company names; undefined where its form does not speak of them. */
export type NamedPlaces = { tradeNames?: string[] | undefined; establishments?: string[] | undefined };

/** `phone`: of an account that is opened now; one that is there keeps its own. */
export type NewPerson = { email: string; firstName: string; lastName: string; language: Language; phone?: string };
export type MerchantRole = 'respondent' | 'representative';
/** Kinds of account that the Office or an operator opens; consumers register by themselves (F-010). */
export type StaffKind = 'merchant' | 'mediator' | 'officer';

/** Who acts: an officer's id, null for the platform's own set-up. `key` is that of the officer's form: sent twice, it has one effect. */
export type Act = { actorId: string | null; key?: string };

/** An act on someone's account. */
export type AccountAct = Act & { userId: string };

/** An act on someone's access for a merchant. */
export type MembershipAct = AccountAct & { merchantId: string };

/** What the directory's services share. */
export type DirectoryDeps = Store & { now: () => Date; secrets: SecretRing };
