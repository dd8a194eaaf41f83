import type { EventType } from '#domain/dossier/events.ts';

/**
 * Who may open a page. `signedIn`: any account. `consumer`, `merchant`, `mediator`, `officer`: an account of that kind. `reader`: any account, to whom the access
 * table then opens the dossier of the address or not.
 */
export type Entrants = 'anyone' | 'signedIn' | 'consumer' | 'merchant' | 'mediator' | 'officer' | 'reader';

/** Events by which people end their own place in a dossier. */
export type Leaving = Extract<EventType, 'mediatorRecused' | 'representativeRemoved'>;

/** One entry of the address book. */
export type Page<Path extends string = string, Enters extends Entrants = Entrants, Acts extends Entrants = Entrants> = {
  /** French in both languages; parameters are `:name`. `/*` is every address that is no page. */
  path: Path;
  /** The route's module in web/app, without `.route.tsx`. */
  module: string;
  /** Who reads it. */
  enters: Enters;
  /** Who sends its forms. */
  acts: Acts;
  /** Open to a signed-in person who has something of the first visit left to do (F-012, F-017, F-018, F-021, A-20); every other page waits. */
  opensFirst: boolean;
  /** The event of an act of this page after which the dossier opens to its author no more, if it has one. */
  leaves: Leaving | null;
  /** One of these that opens also to a person who has a second factor left to set up (ADR 35): it shows nothing of the account, or is that step. */
  opensBeforeFactor: boolean;
  /** Names of the parameters that are UUIDs; an address where one is not is that of nothing. */
  ids: readonly string[];
};

/** Names of the parameters of a path: `'dossierId' | 'proposalId'`. */
export type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type Params<Path extends string> = Record<ParamNames<Path>, string>;

type Rules<Enters extends Entrants, Acts extends Entrants> = {
  enters: Enters;
  /** @default the same as `enters` */
  acts?: Acts;
  opensFirst?: boolean;
  leaves?: Leaving;
  /** @default the same as `opensFirst` for a page that anyone enters */
  opensBeforeFactor?: boolean;
  /** Parameters that are words or tokens and not ids. */
  words?: readonly string[];
};

/**
 * An entry of the address book.
 *
 * @example page('/dossiers/:dossierId/fermeture', 'dossier/closing/close', { enters: 'reader' })
 */
export function page<const Path extends string, const Enters extends Entrants, const Acts extends Entrants = Enters>(
  path: Path,
  module: string,
  { enters, acts, words = [], leaves, ...opens }: Rules<Enters, Acts>,
): Page<Path, Enters, Acts> {
  const { opensFirst = false, opensBeforeFactor = opensFirst && enters === 'anyone' } = opens;
  const ids = namesIn(path).filter((name) => !words.includes(name));
  return {
    ...{ path, module, enters, acts: acts ?? (enters as unknown as Acts) },
    ...{ opensFirst, opensBeforeFactor, leaves: leaves ?? null, ids },
  };
}

/** The parameters that a path names. */
function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

/**
 * The address of a page.
 *
 * @example href(pages.dossier.propose, { dossierId }) // '/dossiers/…/propositions/nouvelle'
 */
export function href<Path extends string>(
  { path }: Pick<Page<Path>, 'path'>,
  ...[params]: ParamNames<Path> extends never ? [] : [Params<Path>]
): string {
  const values: Record<string, string> = params ?? {};
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path}: no ${name}`);
    return encodeURIComponent(value);
  });
}

/** An address with what its page is asked; what is null, undefined or empty is left out, and a list is its name as often as it has values. */
export function withQuery(
  address: string,
  query: Record<string, string | readonly string[] | null | undefined>,
): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => (each ? [`${name}=${encodeURIComponent(each)}`] : [])),
  );
  return asked.length > 0 ? `${address}?${asked.join('&')}` : address;
}
