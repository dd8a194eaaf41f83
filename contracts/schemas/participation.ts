import { z } from 'zod';
import { cleanText } from '#domain/typed/clean.ts';
import { isRecord } from '../unknown-values.ts';
import { companyPlace } from './company.ts';
import { emailAddress, lineText } from './line.ts';
import { linesOf } from './lines.ts';
import { representativeSlots } from './participation-slots.ts';
import { nameFields, withName } from './person-name.ts';
import { phoneNumber } from './phone.ts';
import { neq } from './neq.ts';
import { longText, wholeNumber, type FieldProblem } from './text.ts';

const person = withName(z.object({ ...nameFields, email: emailAddress }));

/** A person, or nobody where nothing was typed. */
const personOrNobody = z.preprocess(
  (typed) => (isRecord(typed) && Object.values(typed).some((value) => value !== '') ? typed : undefined),
  person.optional(),
);

const company = {
  legalName: lineText(160),
  tradeNames: linesOf(10, 120),
  neq,
  ...companyPlace,
  establishments: linesOf(50, 200),
  respondent: withName(z.object({ ...nameFields, email: emailAddress, phone: phoneNumber })),
  representatives: z.preprocess(
    (typed) => typed ?? {},
    z.object({ 1: personOrNobody, 2: personOrNobody, 3: personOrNobody, 4: personOrNobody, 5: personOrNobody }),
  ),
  language: z.enum(['fr', 'en'], { error: 'forms:choose' }),
  undertaking: z.literal('yes', { error: 'not_ticked' satisfies FieldProblem }),
};

const sender = withName(z.object({ ...nameFields, email: emailAddress, jobTitle: lineText(120) }));

/**
 * F-014: a company asks to take part. Whoever fills it in is its respondent, or another person with authority to; each person stands in it once,
 * since an address is one account.
 */
export const participationForm = z
  .discriminatedUnion(
    'filledBy',
    [
      z.object({ ...company, filledBy: z.literal('respondent') }),
      z.object({ ...company, filledBy: z.literal('authorised'), sender }),
    ],
    { error: 'forms:choose' },
  )
  .superRefine((form, context) => {
    const known = new Set([form.respondent.email]);
    for (const slot of representativeSlots) {
      const email = form.representatives[slot]?.email;
      if (email === undefined) continue;
      if (known.has(email))
        context.addIssue({
          code: 'custom',
          message: 'participation:sameEmail',
          path: ['representatives', slot, 'email'],
        });
      known.add(email);
    }
  })
  .transform(({ representatives, undertaking: _, ...form }) => ({
    ...form,
    sender: form.filledBy === 'authorised' ? form.sender : null,
    representatives: representativeSlots.flatMap((slot) => representatives[slot] ?? []),
  }));

/** What a company said of itself, and of the people who act for it. */
export type ParticipationForm = z.output<typeof participationForm>;

/** Which version of a request the officer's page showed. */
const seen = wholeNumber(1, 1_000_000);

/** Longest answer of the Office, in characters. */
const maxAnswer = 2_000;

export const acceptForm = z.object({ seen });

/** What is to be corrected, or why the request is declined. */
export const answerForm = z.object({ seen, answer: longText(maxAnswer) });

/** F-019: what a respondent asks the Office: access for a person, its end for one who has it, or anything else that changed. */
export const accessForms = {
  add: withName(
    z.object({ ...nameFields, email: emailAddress, language: z.enum(['fr', 'en'], { error: 'forms:choose' }) }),
  ),
  remove: z.object({ memberId: z.uuid({ error: 'forms:choose' }) }),
  change: z.object({ body: longText(maxAnswer) }),
};

/** Who is to have access. */
export type AccessPerson = z.output<typeof accessForms.add>;

/** The Office's answer to it: what was done, in a word or none; a reason where it is declined. */
export const accessDoneForm = z.object({
  answer: z
    .string()
    .default('')
    .transform(cleanText)
    .refine((value) => value.length <= maxAnswer, { error: 'too_long' satisfies FieldProblem }),
});
export const accessDeclinedForm = z.object({ answer: longText(maxAnswer) });
