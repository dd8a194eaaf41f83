import { z } from 'zod';
import { versionsShown } from './account.ts';
import { tick } from './closing.ts';
import { choiceOf, emailAddress, lineText } from './line.ts';
import { nameFields, withName } from './person-name.ts';

/** What a consumer copies from the Office's e-mail (F-054). Forms of any length reach the rate limit before the database. */
export const codesForm = z.object({ reference: lineText(120), accessCode: lineText(120) });

/** Terms and undertaking read for one dossier (F-055). The versions are those that the person saw. */
export const undertakingForm = z.object({
  terms: tick,
  confidentiality: tick,
  ...versionsShown,
});

/** A trusted person to act for the consumer (F-070, F-075, F-076, A-18). */
export function representativeForm(isRelationship: (code: string) => boolean) {
  return withName(
    z.object({
      ...nameFields,
      relationship: choiceOf(isRelationship),
      email: emailAddress,
      adult: tick,
      consent: tick,
    }),
  );
}

export type RepresentativeForm = z.infer<ReturnType<typeof representativeForm>>;

/** The invited person's page (F-077): the dossier's number, the key, and their own word. */
export const invitationForm = z.object({
  number: lineText(120),
  validationKey: lineText(120),
  adult: tick,
  notLawyer: tick,
  terms: tick,
  confidentiality: tick,
  ...versionsShown,
});

export type InvitationForm = z.infer<typeof invitationForm>;
