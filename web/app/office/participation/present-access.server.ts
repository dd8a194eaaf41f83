import type { Reader } from '#content/reader.ts';
import type { accessRequest } from '#web/server/services/participation/access.ts';
import { fullName } from '#domain/typed/person-name.ts';
import { isTaken, useOf } from './present.server.ts';

/** What a respondent asks, in words (F-019). */
export function presentAccess(reader: Reader, row: Awaited<ReturnType<typeof accessRequest>>) {
  const { t, shortDateTime } = reader;
  const { kind, person, state, beside, isMember } = row;
  return {
    kind,
    waiting: state === 'waiting',
    /** An address of another kind of account, or of somebody who has access already, is refused. */
    mayDo: kind !== 'add' || !(isMember || (beside && isTaken(beside))),
    merchantId: row.merchantId,
    note: kind === 'remove' && !isMember ? '' : t(`participation:access.${kind}Note`),
    charge: kind === 'remove' && isMember ? chargeOf() : '',
    lines: [
      { label: t('participation:request'), value: t(`participation:asked.${kind}`) },
      { label: t('office:dossiers.merchant'), value: row.merchantName },
      { label: t('participation:person'), value: person ? fullName(person) : (row.memberName ?? '') },
      { label: t('participation:access.email'), value: person?.email ?? row.memberEmail ?? '' },
      {
        label: t('participation:review.account'),
        value: state === 'waiting' ? account() : '',
      },
      { label: t('participation:access.language'), value: person ? t(`directory:languages.${person.language}`) : '' },
      { label: t('participation:access.body'), value: row.body },
      { label: t('participation:askedBy'), value: row.askedByName },
      { label: t('participation:team.askedOn'), value: shortDateTime(row.askedAt) },
      { label: t('participation:review.state'), value: t(`participation:team.states.${state}`) },
      { label: t('participation:review.answer'), value: row.answer },
      { label: t('participation:access.answeredOn'), value: row.answeredAt ? shortDateTime(row.answeredAt) : '' },
    ],
  };

  function chargeOf(): string {
    const answers = row.answering > 0 ? t('directory:member.removeAnswers', { count: row.answering }) : '';
    return [t('participation:access.charge', { count: row.inCharge }), answers].filter(Boolean).join(' ');
  }

  function account(): string {
    if (kind === 'remove' && !isMember) return t('participation:access.gone');
    if (kind === 'add' && isMember) return t('participation:access.member');
    return beside ? useOf(reader, beside) : '';
  }
}
