import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';
import { isActive } from '#domain/dossier/state/statuses.ts';
import { fullName } from '#domain/typed/person-name.ts';

type Representation = Awaited<ReturnType<AppLoadContext['services']['representation']['load']>>;

/** Who represents the consumer, or is invited to, as the page says it. */
export function presentRepresentation(
  reader: Reader,
  { opened, person, canName, canRemove, canResend }: Representation,
) {
  const active = person?.status === 'active';
  const date = active ? person.activeAt : person?.expiresAt;
  return {
    title: reader.t('filing:representation.title'),
    number: opened.summaryRow.number,
    id: opened.summaryRow.id,
    person: person && {
      name: fullName(person),
      email: person.email,
      active,
      date: date ? reader.dateTime(date) : '',
    },
    /** The representative reads this page too, and may end it. */
    acting: opened.actor.role === 'consumerRepresentative' ? { consumer: opened.summaryRow.consumer.name } : null,
    canName,
    canRemove,
    canResend,
    /** Whether anything can still be done in the dossier, by whoever acts. */
    open: isActive(opened.state.status),
    relationships: reader.choices('relationships'),
  };
}
