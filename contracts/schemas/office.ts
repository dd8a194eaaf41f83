import { z } from 'zod';
import { isUuid } from '../ids.ts';
import { isCivilDate, readDay } from '#domain/typed/civil-date.ts';
import { companyPlace } from './company.ts';
import { choiceOf, emailAddress, lineText } from './line.ts';
import { linesOf } from './lines.ts';
import { optionalNeq } from './neq.ts';
import { closingForm, type ClosingForm } from './closing.ts';
import { nameFields, withName } from './person-name.ts';

const language = z.enum(['fr', 'en'], { error: 'unknown_choice' });

/**
 * A request that an officer records, for which codes are issued (F-051). Process data only: who, which merchant, what kind.
 *
 * @param isKind true for a code of the list `problemKinds`.
 */
export function referralForm(isKind: (code: string) => boolean) {
  return z.object({
    email: emailAddress,
    language,
    merchantId: z.string().refine(isUuid, { error: 'forms:choose' }),
    problemKind: choiceOf(isKind),
  });
}

export type ReferralForm = z.infer<ReturnType<typeof referralForm>>;

/** A company that takes part (F-014), as its participation form names it. */
export const merchantForm = z.object({
  name: lineText(120),
  legalName: lineText(160, 0),
  neq: optionalNeq,
  ...companyPlace,
  /** One a line; what the company has is left as it is where the form does not speak of them. */
  tradeNames: linesOf(10, 120).optional(),
  establishments: linesOf(50, 200).optional(),
});

/** The mark of the record that the form was shown with: nobody's change is overwritten unread. */
const seen = z.string({ error: 'form.invalid' }).max(40);

/** The same company, changed (F-019). */
export const changedMerchantForm = merchantForm.extend({ seen });

const person = z.object({ ...nameFields, email: emailAddress, language });

/** The participation form as the Office enters it: the company, and its respondent, who gets the first account (F-014, F-016). */
export const enrolmentForm = merchantForm.extend({ respondent: withName(person) });

const role = z.enum(['respondent', 'representative'], { error: 'forms:choose' });

/** A member of a merchant: its respondent or a representative (F-014, F-015, F-016, F-017, F-018, F-019). */
export const memberForm = withName(person.extend({ role }));

/** Another role for a member (F-019). */
export const roleForm = z.object({ role });

/** Removing access, closing an account, ending a representation: what follows was read (F-019, A-18). */
export const removalForm = z.object({ confirmed: z.literal('yes', { error: 'not_ticked' }) });

/** Closing a mediator's account: how many mediations the page said go back to the Office's queue. */
export const mediatorClosingForm = removalForm.extend({ running: z.coerce.number().int().min(0).default(0) });

/** The kinds of problem that are a mediator's field; none stated, they take any. */
export const fieldsForm = (isKind: (code: string) => boolean) =>
  z.object({
    fields: z
      .array(z.string().refine(isKind, { error: 'form.invalid' }))
      .max(50)
      .default([]),
    seen,
  });

/** A mediator's account (F-020). */
export const mediatorForm = withName(person.extend({ accreditation: lineText(120) }));

/** What agreements and attestations print of a member of a merchant, and of a mediator: the Office corrects it. */
export const memberNameForm = withName(z.object({ ...nameFields, seen }));
export const mediatorNameForm = withName(z.object({ ...nameFields, accreditation: lineText(120), seen }));

/** More time for a draft: the last civil day, in Québec. */
export const extensionForm = z.object({
  until: z
    .string({ error: 'forms:required' })
    .transform((value) => readDay(value) ?? value)
    .refine(isCivilDate, { error: 'office:dossier.extend.invalid' }),
});

/** The Office reminds a side (F-136). */
export const nudgeForm = z.object({ side: z.enum(['consumer', 'merchant'], { error: 'forms:choose' }) });

/** An officer reads the content of a dossier: a reason of the list, why, and that what follows was read, as for a closing. */
export const readingForm = closingForm;
export type ReadingForm = ClosingForm;
