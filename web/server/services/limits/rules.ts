import type { ErrorCode } from '#contracts/errors.ts';

/**
 * What slows guessing and flooding (ASVS 2.4.1, 6.3.1): `points` in `seconds`, then the refusal. `of` says what is counted: an account (its
 * address or its id) or a place (see placeOf).
 */
type Rule = { of: 'account' | 'place'; points: number; seconds: number; refusal: ErrorCode };

const minutes = 60;
const hours = 3600;
const tooMany = 'auth.too_many_attempts';

export const rules = {
  /** Wrong passwords for one address, from browsers that its owner never signed in with. */
  signInAccount: { of: 'account', points: 10, seconds: 15 * minutes, refusal: tooMany },
  /** Wrong passwords from one browser that this person signed in with before, and from a profile. */
  signInDevice: { of: 'account', points: 10, seconds: 15 * minutes, refusal: tooMany },
  /** Wrong passwords from one place. */
  signInPlace: { of: 'place', points: 100, seconds: 15 * minutes, refusal: tooMany },
  /** Wrong second steps of one person, whose password was right, from browsers that they never signed in with; then by day. */
  factorAccount: { of: 'account', points: 10, seconds: 15 * minutes, refusal: tooMany },
  factorDay: { of: 'account', points: 50, seconds: 24 * hours, refusal: tooMany },
  /** The same from one browser that this person signed in with before, and from a profile. */
  factorDevice: { of: 'account', points: 10, seconds: 15 * minutes, refusal: tooMany },
  /** New passwords offered for one account or address, good or not: estimating and hashing them costs. */
  newPassword: { of: 'account', points: 20, seconds: 15 * minutes, refusal: tooMany },
  /** Codes sent to one address, asked from one place. */
  sendAccountPlace: { of: 'account', points: 5, seconds: 1 * hours, refusal: tooMany },
  /** Codes sent to one address, asked from anywhere: no mailbox is flooded. */
  sendAccount: { of: 'account', points: 20, seconds: 1 * hours, refusal: tooMany },
  /** Codes to choose a new password, sent to one address: five answers each, so at most 120 guesses a day of a million. */
  resetAccount: { of: 'account', points: 24, seconds: 24 * hours, refusal: tooMany },
  /** The same codes, asked from one browser that this person signed in with before. */
  sendDevice: { of: 'account', points: 5, seconds: 1 * hours, refusal: tooMany },
  /** Codes asked from one place, and sign-ups, good or not. */
  sendPlace: { of: 'place', points: 60, seconds: 1 * hours, refusal: tooMany },
  /** Answers to codes and links sent by e-mail, from one place. */
  codePlace: { of: 'place', points: 60, seconds: 15 * minutes, refusal: tooMany },
  /** Access codes and validation keys tried by one person (F-054, F-077). */
  keyAccount: { of: 'account', points: 10, seconds: 15 * minutes, refusal: 'rate.limited' },
  /** The same from one place, which a household or an office may share. */
  keyPlace: { of: 'place', points: 50, seconds: 15 * minutes, refusal: 'rate.limited' },
  /** Acts of one person in one dossier (see brake-acts.ts): one each five seconds. */
  acts: { of: 'account', points: 120, seconds: 10 * minutes, refusal: 'rate.acts' },
  /** Acts of one person in all dossiers. */
  actsDay: { of: 'account', points: 1_000, seconds: 24 * hours, refusal: 'rate.today' },
  /** Proposals and versions of one person in one dossier. */
  proposalsDay: { of: 'account', points: 40, seconds: 24 * hours, refusal: 'rate.today' },
  /** Times that one person takes charge of one dossier: colleagues may take it from each other, and each time is a mail. */
  chargesDay: { of: 'account', points: 10, seconds: 24 * hours, refusal: 'rate.today' },
  /** Requests to take part sent from one place, which people may share; each is a mail, and something for the Office to read (F-014). */
  participationPlace: { of: 'place', points: 10, seconds: 1 * hours, refusal: 'rate.limited' },
  /** The same for one address, which gets the mail, from anywhere. */
  participationAddress: { of: 'account', points: 5, seconds: 24 * hours, refusal: 'rate.today' },
  /** Requests of one respondent about the access of others (F-019). */
  accessRequestsDay: { of: 'account', points: 40, seconds: 24 * hours, refusal: 'rate.today' },
  /** Texts of one person saved as they are typed, in all forms: a page saves once a second at most. */
  saves: { of: 'account', points: 1_500, seconds: 10 * minutes, refusal: 'rate.limited' },
} as const satisfies Record<string, Rule>;

export type LimitName = keyof typeof rules;
