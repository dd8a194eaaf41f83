import type { Language } from '#content/texts/index.ts';

export type UserKind = 'consumer' | 'merchant' | 'mediator' | 'officer';

/** A merchant's company, as one of its members sees it. */
type Membership = { merchantId: string; merchantName: string; role: 'respondent' | 'representative' };

/** The signed-in person. */
export type CurrentUser = {
  id: string;
  kind: UserKind;
  email: string;
  firstName: string;
  lastName: string;
  language: Language;
  profileComplete: boolean;
  /** A second factor to set up before anything else (ADR 35). */
  factorDue: boolean;
  /**
   * Terms and undertaking still to accept before anything else (F-018, A-20). Consumers accept them for each dossier (F-055): here only when
   * those in force are not those they accepted. The undertaking of officers is their own.
   */
  termsDue: boolean;
  memberships: Membership[];
};
