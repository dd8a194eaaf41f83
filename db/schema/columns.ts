import { p, Type } from '@mikro-orm/core';
import type { Instant } from '#domain/dossier/types.ts';

/** `timestamptz`, held as the domain holds it: ISO-8601 UTC with milliseconds, in both directions (see db/instants.ts). */
class InstantType extends Type<Instant, string> {
  override getColumnType(): string {
    return 'timestamptz';
  }

  /** A text for the unit of work too, which would otherwise treat the column as a Date. */
  override get runtimeType(): string {
    return 'string';
  }

  override compareAsType(): string {
    return 'string';
  }
}

export const instant = () => p.type(InstantType).$type<Instant>();

/** An instant that the database fills in when it is not given. */
export const instantOfNow = () => instant().defaultRaw('now()');

/** Text compared without regard to case: addresses of mail. */
export const citext = () => p.text().columnType('citext');

/** A civil day in Québec, `YYYY-MM-DD`, in both directions (see db/instants.ts). */
export const civilDay = () => p.text().columnType('date');

/** Text of any length with an empty default. */
export const emptyText = () => p.text().default('');

/** The words of these columns as a search looks for them (db/directory/text-search.ts), computed by the database. */
export const searchText = (columns: string) => {
  const expression = `search_text(VARIADIC ARRAY[${columns}])`;
  return p.text().generated(`${expression} stored`).defaultRaw(expression);
};
