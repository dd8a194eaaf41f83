import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';
import { fullName } from '#domain/typed/person-name.ts';
import type { DemonstrationPerson } from '#web/server/services/demonstration.ts';

const roles = ['consumer', 'consumerRepresentative', 'respondent', 'representative', 'mediator', 'officer'] as const;

type Role = (typeof roles)[number];

/** Everyone of the demonstration by role, those for whom most waits first. */
export async function loadDemonstration({ reader, services }: AppLoadContext) {
  const people = await services.demonstration.people();
  return roles.map((role) => ({
    role,
    title: reader.t(`demonstration:roles.${role}.title`),
    people: people.filter((person) => roleOf(person) === role).map((person) => presentPerson(reader, person)),
  }));
}

function roleOf({ kind, memberRole, represents }: DemonstrationPerson): Role | null {
  if (kind === 'consumer') return represents ? 'consumerRepresentative' : 'consumer';
  return kind === 'merchant' ? memberRole : kind;
}

function presentPerson({ t }: Reader, person: DemonstrationPerson) {
  const { id, merchantName, waiting } = person;
  const what = t(`demonstration:roles.${roleOf(person) ?? 'representative'}.one`, { merchant: merchantName });
  const name = fullName(person);
  return {
    id: `${id}${merchantName ?? ''}`,
    userId: id,
    what,
    waiting: t(person.kind === 'officer' ? 'demonstration:onDesk' : 'demonstration:waiting', { count: waiting }),
    enter: t('demonstration:enter', { name }),
  };
}
