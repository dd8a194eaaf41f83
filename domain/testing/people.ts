import { userIdOf } from '../dossier/state/parties.ts';
import type { Actor } from '../dossier/types.ts';

/**
 * The people of tests and benches: one for each place in a dossier, and some who have none. Beside them stand those of the demonstration,
 * who are a text (scripts/demo/people.ts) and have the same roles.
 *
 * @param id the id of an account or of a merchant, asked once for each name.
 */
export function castWith(id: (name: string) => string) {
  const merchantId = id('merchant');
  return {
    consumer: { role: 'consumer', userId: id('consumer') },
    otherConsumer: { role: 'consumer', userId: id('otherConsumer') },
    /** Who represents the consumer (F-071). */
    friend: { role: 'consumerRepresentative', userId: id('friend') },
    otherFriend: { role: 'consumerRepresentative', userId: id('otherFriend') },
    respondent: { role: 'respondent', userId: id('respondent'), merchantId },
    /** Who takes charge for the merchant (F-081). */
    clerk: { role: 'merchantRepresentative', userId: id('clerk'), merchantId },
    otherClerk: { role: 'merchantRepresentative', userId: id('otherClerk'), merchantId },
    competitor: { role: 'merchantRepresentative', userId: id('competitor'), merchantId: id('otherMerchant') },
    mediator: { role: 'mediator', userId: id('mediator') },
    otherMediator: { role: 'mediator', userId: id('otherMediator') },
    officer: { role: 'officer', userId: id('officer') },
    system: { role: 'system' },
  } satisfies Record<string, Actor>;
}

export type Cast = ReturnType<typeof castWith>;

/** Who a step of a scenario is by. */
export type PersonName = keyof Cast;

/** Those that a dossier may need, of one merchant: each has an account wherever there are accounts. */
export const places = ['consumer', 'friend', 'respondent', 'clerk', 'otherClerk', 'mediator', 'officer'] as const;

/** Who a scenario may name: one of the places, or the system. */
export type Place = (typeof places)[number] | 'system';

/** The cast of the rules: `consumer-1` of `merchant-1`, and so on. */
export const people: Cast = castWith((name) => `${name}-1`);

/** The account of one of {@link people}; the system has none, and is named as it is. */
export const accountOf = (name: PersonName): string => userIdOf(people[name]) ?? name;
