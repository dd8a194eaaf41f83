/** A person's names, of which one may be empty: some people have a single name. */
export type PersonName = { firstName: string; lastName: string };

/** First and last name, as pages, mails and documents write them. */
export function fullName({ firstName, lastName }: PersonName): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** What to call a person when greeting them by one name. */
export function calledName({ firstName, lastName }: PersonName): string {
  return firstName || lastName;
}
