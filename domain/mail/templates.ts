import type { DossierMailTemplate } from '../dossier/reactions/mail-templates.ts';

/** Mails of accounts and invitations, outside any dossier's rules (M-01, M-02, M-04, M-08); the web sends them when it is asked. */
export const accountMailTemplates = [
  /** Consumer: reference number and access code, with a link that carries both (F-051). */
  'access-codes',
  /** Consumer: the code that verifies the address (F-011). */
  'email-verification',
  /** Merchant's member: user name and activation link (F-016). */
  'merchant-activation',
  /** Merchant's member who has an account already: it opens another company too (F-019). */
  'merchant-access',
  /** Mediator: user name and activation link (F-020). */
  'mediator-activation',
  /** Officer: user name and activation link, sent by the person who runs the platform. */
  'officer-activation',
  /** Anyone: the code to choose a new password. */
  'password-reset',
  /** Anyone: the password was changed; what to do when it was somebody else (ASVS 6.3.7). */
  'password-changed',
  /** Anyone: a passkey or an application was added (ASVS 6.3.7). */
  'factor-added',
  /** Anyone: a passkey or an application was removed. */
  'factor-removed',
  /** Anyone: other recovery codes replace those before. */
  'recovery-codes-made',
  /** Anyone: a recovery code was the second step. */
  'recovery-code-used',
  /** Anyone: the Office removed all second factors. */
  'factors-reset',
  /** An officer: an account of the office's identity service opens theirs from now on. */
  'identity-linked',
  /** Anyone: sessions were ended from the profile. */
  'own-sessions-ended',
  /** Anyone: the Office ended all sessions. */
  'sessions-ended',
  /** Anyone: the Office closed their account. */
  'account-closed',
  /** Anyone: the Office opened it again. */
  'account-reopened',
  /** Merchant's member: access to a company ended (F-019). */
  'access-ended',
  /** Merchant's member: they answer for the company (F-019). */
  'role-respondent',
  /** Merchant's member: they do not any more. */
  'role-representative',
  /** Anyone, at both addresses: a change of address was undone. */
  'email-undone',
  /** Anyone: the Office lets them change their address without a code at the one that they have. */
  'address-waived',
  /** Anyone: the code that proves the address that an account is to have. */
  'email-change-code',
  /** Anyone: the code by which the owner agrees, at the address that the account has. */
  'email-change-former-code',
  /** Anyone, at the address that the account had: it has another, and how to object. */
  'email-changed',
  /** Anyone: someone tried to register with an address that already has an account. */
  'account-exists',
  /** Who sent a file in which the scanner found a malicious program: it is gone, and what to do. */
  'file-infected',
  /** Office: a mediator told, or changed, the days of an absence (F-137). */
  'mediator-absence',
  /** Office: the same, of a long absence that begins in less than two weeks. */
  'mediator-absence-late',
  /** Office: a mediator will not be away after all. */
  'mediator-absence-cancelled',
  /** Who filled in a participation form: it was received, and under which number (F-014). */
  'participation-received',
  /** The same person: what is to be corrected, and where. */
  'participation-correction',
  /** The same person: the company takes part. */
  'participation-accepted',
  /** The same person: it does not, and where to read why. */
  'participation-declined',
  /** Respondent: the Office did what they asked about the people of their company (F-019). */
  'access-request-done',
  /** Respondent: the Office did not, and where to read why. */
  'access-request-declined',
  /** Respondent: the Office made another person a respondent of their company (F-019). */
  'respondent-added',
  /** Member of a merchant: who is away and who stands in for them, on which days (B-09). */
  'stand-in-declared',
  /** Member of a merchant: the person is not away after all. */
  'stand-in-cancelled',
] as const;

export type AccountMailTemplate = (typeof accountMailTemplates)[number];

/** Every mail that the platform sends. */
export type MailTemplate = DossierMailTemplate | AccountMailTemplate;
