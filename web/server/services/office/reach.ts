import type { LetterModel } from '#content/documents/letter.ts';
import { isRepresented } from '#domain/dossier/state/parties.ts';
import type { Side } from '#domain/dossier/types.ts';
import type { OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

/** Somebody whom the Office may call or write to about a dossier (F-136). */
export type Reachable = {
  side: Side;
  as: 'consumer' | 'consumerRepresentative' | 'company' | 'handler' | 'respondent';
  name: string;
  phone: string;
  email: string;
  /** Postal address, a line each; a person has that of their party. */
  lines: string[];
};

/** Whom the Office may reach for each side, the party first, then the person who acts for it; nobody where domain/access does not show it. */
export function peopleToReach({ summaryRow, state, can }: OpenDossier): Reachable[] {
  if (!can('contacts')) return [];
  const { consumer, merchant, representative, handler, respondent } = summaryRow;
  const of = (side: Side, as: Reachable['as'], person: Pick<Reachable, 'name' | 'phone' | 'email'>): Reachable => {
    const { addressLine, city, province, postalCode } = side === 'consumer' ? consumer : merchant;
    const { name, phone, email } = person;
    const place = [city, province, postalCode].filter(Boolean).join(' ');
    return { ...{ side, as, name, phone, email }, lines: [addressLine, place].filter(Boolean) };
  };
  return [
    of('consumer', 'consumer', consumer),
    ...(representative && isRepresented(state) ? [of('consumer', 'consumerRepresentative', representative)] : []),
    of('merchant', 'company', merchant),
    ...(handler ? [of('merchant', 'handler', handler)] : respondent ? [of('merchant', 'respondent', respondent)] : []),
  ];
}

/** Whom a letter to that side goes to: the party, to the attention of who acts for it. */
export function addresseeOf(people: readonly Reachable[], side: Side): LetterModel['to'] {
  const [party, acts] = people.filter((each) => each.side === side);
  return { name: party?.name ?? '', attention: acts?.name ?? null, lines: party?.lines ?? [] };
}
