/** The months that an address asks for, as it says them. */
export function askedMonths(request: Request): { from: string | null; to: string | null } {
  const query = new URL(request.url).searchParams;
  return { from: query.get('de'), to: query.get('a') };
}
