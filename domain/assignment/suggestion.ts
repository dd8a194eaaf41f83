/** Whether a kind of problem is somebody's field: it is, they have none stated and take any, or theirs is another. */
export type InField = 'theirs' | 'any' | 'other';

/** @param fields the kinds of problem that are stated to be somebody's field. */
export function inField(fields: readonly string[], problemKind: string): InField {
  if (fields.length === 0) return 'any';
  return fields.includes(problemKind) ? 'theirs' : 'other';
}

/** What is known of a person who could lead a mediation; counts are of dossiers. */
export type Fitness = {
  language: string;
  /** Of the kind of problem. */
  field: InField;
  /** Earlier ones with the same merchant. */
  earlier: number;
  /** Mediations under way. */
  load: number;
  /** Why nothing new is suggested to them (F-137); null for anyone who is there. */
  away: unknown;
};

const fieldRank: Record<InField, number> = { theirs: 0, any: 1, other: 2 };

/** What people are compared by, the first that differs decides; less comes first. */
const ranks = {
  there: ({ away }) => Number(away !== null),
  language: (each, language) => Number(each.language !== language),
  noEarlier: ({ earlier }) => earlier,
  field: ({ field }) => fieldRank[field],
  load: ({ load }) => load,
} as const satisfies Record<string, (each: Fitness, language: string) => number>;

const rank = (each: Fitness, language: string): number[] => Object.values(ranks).map((of) => of(each, language));

/**
 * Who is there first, then those who have the consumer's language, then those who never dealt with this merchant, then those whose field it is, and who take any,
 * before those whose field is another, then those who have the least under way (B-11). The first is the suggestion, when they are there.
 */
export function bestFirst<Each extends Fitness>(
  candidates: readonly Each[],
  language: string,
): (Each & { suggested: boolean })[] {
  const sorted = [...candidates].sort((a, b) => {
    const [left, right] = [rank(a, language), rank(b, language)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  });
  return sorted.map((each, index) => ({ ...each, suggested: index === 0 && each.away === null }));
}

/** Why somebody is suggested. `leastLoad`: of all who are there; `leastOfAlike`: of those who are as suitable otherwise. */
export type Reason = 'there' | 'language' | 'noEarlier' | 'field' | 'leastLoad' | 'leastOfAlike';

/** Why the suggestion comes first: what is true of them of all that people are compared by, in that order (B-11). None when nobody is suggested. */
export function reasonsFor<Each extends Fitness & { id: string }>(
  suggested: string | null,
  candidates: readonly Each[],
  language: string,
): Reason[] {
  const first = candidates.find(({ id }) => id === suggested);
  if (!first || first.away !== null) return [];
  const others = candidates.filter(({ id, away }) => id !== suggested && away === null);
  const alike = (other: Each): boolean => {
    const [mine, theirs] = [rank(first, language), rank(other, language)];
    return mine.slice(0, -1).every((value, index) => value === theirs[index]);
  };
  const least = others.length > 0 && others.every(({ load }) => load >= first.load);
  const leastOfAlike = others.some((other) => alike(other) && other.load > first.load);
  return [
    'there' as const,
    ...(first.language === language ? (['language'] as const) : []),
    ...(first.earlier === 0 ? (['noEarlier'] as const) : []),
    ...(first.field === 'theirs' ? (['field'] as const) : []),
    ...(least ? (['leastLoad'] as const) : leastOfAlike ? (['leastOfAlike'] as const) : []),
  ];
}

/** A dossier that needs somebody, with those who could take it, their loads as they are before anything is given. */
export type ToGive<Each> = { id: string; language: string; candidates: Each[] };

/** Who is suggested for a dossier, and why; null where nobody who is there may take it. */
export type Suggestion = { id: string; reasons: Reason[] };

/**
 * A suggestion for each of several dossiers (F-121), in their order: what is suggested counts as under way for those that follow, so that one person does not
 * get them all.
 */
export function suggestEach<Each extends Fitness & { id: string }>(
  dossiers: readonly ToGive<Each>[],
): Map<string, Suggestion | null> {
  const given = new Map<string, number>();
  const suggestions = new Map<string, Suggestion | null>();
  for (const { id, language, candidates } of dossiers) {
    const loaded = candidates.map((each) => ({ ...each, load: each.load + (given.get(each.id) ?? 0) }));
    const [best] = bestFirst(loaded, language);
    const chosen = best?.suggested ? best.id : null;
    suggestions.set(id, chosen === null ? null : { id: chosen, reasons: reasonsFor(chosen, loaded, language) });
    if (chosen !== null) given.set(chosen, (given.get(chosen) ?? 0) + 1);
  }
  return suggestions;
}
