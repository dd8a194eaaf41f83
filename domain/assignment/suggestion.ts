/** What is known of a person who could lead a mediation; counts are of dossiers. */
export type Fitness = {
  language: string;
  /** Earlier ones with the same merchant. */
  earlier: number;
  /** Mediations under way. */
  load: number;
  /** Why nothing new is suggested to them (F-137); null for anyone who is there. */
  away: unknown;
};

/**
 * Who is there first, then those who have the consumer's language, then those who never dealt with this merchant, then those who have the least under
 * way (B-11). The first is the suggestion, when they are there.
 */
export function bestFirst<Each extends Fitness>(
  candidates: readonly Each[],
  language: string,
): (Each & { suggested: boolean })[] {
  const rank = (each: Each): number[] => [
    Number(each.away !== null),
    Number(each.language !== language),
    each.earlier,
    each.load,
  ];
  const sorted = [...candidates].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  });
  return sorted.map((each, index) => ({ ...each, suggested: index === 0 && each.away === null }));
}

/** A dossier that needs somebody, with those who could take it, their loads as they are before anything is given. */
export type ToGive<Each> = { id: string; language: string; candidates: Each[] };

/**
 * A suggestion for each of several dossiers (F-121), in their order: what is suggested counts as under way for those that follow, so that one person does not
 * get them all. Null where nobody who is there may take it.
 */
export function suggestEach<Each extends Fitness & { id: string }>(
  dossiers: readonly ToGive<Each>[],
): Map<string, string | null> {
  const given = new Map<string, number>();
  const suggestions = new Map<string, string | null>();
  for (const { id, language, candidates } of dossiers) {
    const loaded = candidates.map((each) => ({ ...each, load: each.load + (given.get(each.id) ?? 0) }));
    const [best] = bestFirst(loaded, language);
    const chosen = best?.suggested ? best.id : null;
    suggestions.set(id, chosen);
    if (chosen !== null) given.set(chosen, (given.get(chosen) ?? 0) + 1);
  }
  return suggestions;
}
