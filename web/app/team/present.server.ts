import type { Reader } from '#content/reader.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { CompanyPeople } from '#web/server/services/participation/company.ts';

/** A company's people and what was asked about them, in words (F-019). */
export function presentCompany({ t, shortDay }: Reader, { role, members, requests, ...company }: CompanyPeople) {
  return {
    ...company,
    asks: role === 'respondent',
    members: members.map((member) => ({
      ...member,
      role: t(`directory:role.${member.role}`),
      state: t(`directory:state.${member.state}`),
    })),
    removable: members.flatMap(({ id, name, role: has }) =>
      has === 'representative' ? [{ value: id, label: name }] : [],
    ),
    requests: requests.map(({ id, kind, person, memberName, body, askedByName, askedAt, state, answer }) => ({
      id,
      asked: t(`participation:asked.${kind}`),
      about: person ? fullName(person) : (memberName ?? body),
      askedBy: askedByName,
      askedOn: shortDay(askedAt),
      state: t(`participation:team.states.${state}`),
      answer,
    })),
  };
}
