import { z } from 'zod';
import { namesNothing } from '#domain/typed/clean.ts';
import { opaqueSecret } from '#domain/typed/secret.ts';
import { readPostalCode } from '#domain/typed/postal-code.ts';
import { emailAddress, lineText, sixDigits } from './line.ts';
import { nameFields, withName } from './person-name.ts';
import { phoneNumber } from './phone.ts';
import { provinces } from './provinces.ts';

/** Shortest password. No rule on its composition (ASVS 6.2.5): strength is estimated by the accounts service. */
const passwordMin = 12;
/** Longest password, so that hashing stays bounded; 64 at least must be let through (ASVS 6.2.9). */
const passwordMax = 256;

/** A new password, in the one form of what was typed; what is not seen in it does not count. */
const newPassword = z
  .string({ error: 'forms:required' })
  .max(passwordMax * 4, { error: 'account:password.long', abort: true })
  .transform(opaqueSecret)
  .refine((value) => value.length > 0, { error: 'forms:required', abort: true })
  .refine((value) => value.length >= passwordMin, { error: 'account:password.short', abort: true })
  .refine((value) => value.length <= passwordMax, { error: 'account:password.long' });

/** A password to check, as it was sent: the accounts service knows in which forms one may have been stored. */
export const presentPassword = z
  .string({ error: 'forms:required' })
  .min(1, { error: 'forms:required' })
  .max(1_000, { error: 'forms:invalid' });

/** A Canadian postal code, stored as `H2X 1Y4`. */
export const postalCode = z
  .string({ error: 'forms:required' })
  .refine((value) => !namesNothing(value), { error: 'forms:required', abort: true })
  .transform((value) => readPostalCode(value) ?? '')
  .refine((value) => value !== '', { error: 'forms:postalCode' });

const language = z.enum(['fr', 'en'], { error: 'forms:choose' });

/** F-010, F-011: the first form; the rest is asked once the address is verified. */
export const registrationForm = withName(z.object({ ...nameFields, email: emailAddress, password: newPassword }));

export const signInForm = z.object({ email: emailAddress, password: presentPassword });

export const codeForm = z.object({ code: sixDigits });

/** The codes of a change of address, from both (ADR 53). */
export const twoCodesForm = codeForm.extend({ formerCode: sixDigits });

export const emailForm = z.object({ email: emailAddress });

export const resetForm = codeForm.extend({ password: newPassword });

/** F-012: a consumer's profile. */
export const consumerProfileForm = withName(
  z.object({
    ...nameFields,
    addressLine: lineText(120),
    city: lineText(80),
    province: z.enum(provinces, { error: 'forms:choose' }),
    postalCode,
    phone: phoneNumber,
    language,
  }),
);

const professionalFields = z.object({
  ...nameFields,
  jobTitle: lineText(100),
  phone: phoneNumber,
  language,
});

/** F-017: a merchant's member or an officer. */
export const professionalProfileForm = withName(professionalFields);

/** F-021: a mediator; the accreditation is printed on attestations. */
export const mediatorProfileForm = withName(professionalFields.extend({ accreditation: lineText(120) }));

/** The same once the account is in use: its name and accreditation, which are printed on agreements and attestations, are the Office's to correct. */
export const settledProfileForm = professionalFields.omit({ firstName: true, lastName: true });

/** First visit by the link (F-017, F-021). */
export const activationForm = z.object({ password: newPassword });

export const changePasswordForm = z.object({ current: presentPassword, password: newPassword });

/** Another address for an account. */
export const changeEmailForm = z.object({ email: emailAddress, current: presentPassword });

const read = z.literal('yes', { error: 'not_ticked' });
/** The versions of both texts that a form was shown with; a page that says none has not shown those in force. */
export const versionsShown = { termsVersion: z.string().catch(''), confidentialityVersion: z.string().catch('') };

/** F-018: both, explicitly. */
export const undertakingForm = z.object({ terms: read, confidentiality: read, ...versionsShown });

export type RegistrationForm = z.output<typeof registrationForm>;
export type ConsumerProfile = z.output<typeof consumerProfileForm>;
export type ProfessionalProfile = z.output<typeof professionalProfileForm>;
export type MediatorProfile = z.output<typeof mediatorProfileForm>;
export type SettledProfile = z.output<typeof settledProfileForm>;
