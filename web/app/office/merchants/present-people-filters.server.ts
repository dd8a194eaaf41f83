import type { Reader } from '#content/reader.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { memberRoles, type askedOfPeople } from './asked-people.ts';

type Query = ReturnType<typeof askedOfPeople>['query'];

/** What a company's people may be narrowed by. @param states those that an account may be in, for who sees them. */
export function presentPeopleFilters({ t }: Reader, query: Query, states: readonly string[]): Filter[] {
  const all = t('lists:filters.any');
  const role: Filter = {
    name: 'role',
    label: t('directory:merchant.role'),
    all,
    value: query.role ?? '',
    options: memberRoles.map((value) => ({ value, label: t(`directory:role.${value}`) })),
  };
  const state: Filter = {
    name: 'etat',
    label: t('directory:status'),
    all,
    value: states.includes(query.etat ?? '') ? (query.etat ?? '') : '',
    options: states.map((value) => ({ value, label: t(`directory:state.${value}`) })),
  };
  return states.length > 0 ? [role, state] : [role];
}
