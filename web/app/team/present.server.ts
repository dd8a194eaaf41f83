import type { Reader } from '#content/reader.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { Colleague, CompanyPeople } from '#web/server/services/participation/company.ts';
import { tableOf, type ListTable } from '../lists/table.ts';

type Role = CompanyPeople['role'];

/** What a company's respondents asked about its people, and whose access they may ask to end, in words (F-019). */
export function presentCompany({ t, shortDay }: Reader, { role, requests, removable }: CompanyPeople) {
  return {
    asks: role === 'respondent',
    removable: removable.map(({ id, name }) => ({ value: id, label: name })),
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

/** A company's people in words: the same on their page and in their file. An address, and where an account stands, are for respondents (F-019). */
export function presentColleagues({ t }: Reader, role: Role, people: readonly Colleague[]): ListTable {
  const asks = role === 'respondent';
  return tableOf<Colleague>(
    {
      to: () => null,
      columns: [
        { name: 'name', label: t('directory:name'), cell: ({ name }) => name },
        { name: 'role', label: t('directory:merchant.role'), cell: (row) => t(`directory:role.${row.role}`) },
        ...(asks
          ? [
              { name: 'email', label: t('directory:email'), cell: ({ email }: Colleague) => email },
              {
                name: 'state',
                label: t('directory:status'),
                cell: ({ state }: Colleague) => t(`directory:state.${state}`),
              },
            ]
          : []),
      ],
    },
    people,
  );
}
