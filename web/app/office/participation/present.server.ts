import type { Reader } from '#content/reader.ts';
import { addressOf } from '#domain/agreement/model.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { PersonBeside, ReviewedParticipation } from '#web/server/services/participation/review.ts';

/** A request to take part, in words (F-014). */
export function presentParticipation(reader: Reader, request: ReviewedParticipation) {
  const { t, shortDateTime, phone, date } = reader;
  const { form, state, answer, undertaking } = request;
  const { sender, respondent } = form;
  const none = t('participation:review.none');
  const lines = (of: string[]): string => (of.length > 0 ? of.join('\n') : none);
  return {
    id: request.id,
    version: request.version,
    state,
    merchantId: request.merchantId,
    enrolled: request.enrolled,
    others: request.others,
    taken: request.addresses.some(isTaken),
    course: [
      { label: t('participation:review.state'), value: t(`participation:state.${state}`) },
      { label: t('participation:review.sentAt'), value: shortDateTime(request.sentAt) },
      { label: t('participation:review.since'), value: shortDateTime(request.since) },
      {
        label: t('participation:sending'),
        value: t(request.corrected ? 'participation:correctedForm' : 'participation:firstForm'),
      },
      { label: t('participation:review.answer'), value: answer },
    ],
    company: [
      { label: t('participation:fields.legalName.label'), value: form.legalName },
      { label: t('directory:fields.neq.label'), value: form.neq },
      { label: t('participation:review.tradeNames'), value: lines(form.tradeNames) },
      { label: t('participation:fields.email.label'), value: form.email },
      { label: t('participation:fields.phone.label'), value: phone(form.phone) },
      { label: t('participation:establishment'), value: addressOf({ name: '', ...form }) },
      { label: t('participation:fields.establishments.label'), value: lines(form.establishments) },
      {
        label: t('participation:review.filledBy'),
        value: sender
          ? `${fullName(sender)}, ${sender.jobTitle}, ${sender.email}`
          : `${fullName(respondent)}, ${t('participation:filledBy.respondent')}`,
      },
      { label: t('participation:fields.language.label'), value: t(`directory:languages.${form.language}`) },
      {
        label: t('participation:review.undertaking'),
        value: undertaking && t('participation:review.undertakingOf', { date: date(undertaking) }),
      },
    ],
    people: [respondent, ...form.representatives].map((person, at) => ({
      email: person.email,
      name: fullName(person),
      role: t(at === 0 ? 'directory:role.respondent' : 'directory:role.representative'),
      phone: at === 0 ? phone(respondent.phone) : '',
      // Once it is answered, what became of it is at the company's page, or nothing did.
      account: state === 'waiting' || state === 'correction' ? useOf(reader, request.addresses[at]) : '',
    })),
  };
}

export const isTaken = ({ use }: PersonBeside): boolean => use !== null && use !== 'merchant';

/** What becomes of a person's account. */
export function useOf({ t }: Reader, beside: PersonBeside | undefined): string {
  if (!beside?.use) return t('participation:review.uses.none');
  if (beside.use === 'merchant' && beside.closed) return t('participation:review.uses.merchantClosed');
  return t(`participation:review.uses.${beside.use}`);
}
