/** Figures of one round, by name; each in the unit its bench says. */
export type Figures = Record<string, number>;

/** Two ways to do the same thing: ours, and the bare one it is measured against. */
export type Pair = { ours: () => Promise<Figures>; bare: () => Promise<Figures> };

/** Medians over the rounds; `ratio` is the median of ours ÷ bare taken within each round. */
export type Comparison = { ours: number; bare: number; ratio: number; low: number; high: number };

/** Median of numbers; the lower of the two middle ones when their count is even. */
export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** The value below which `share` (0 to 1) of the values lie, by nearest rank. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new Error('percentile of nothing');
  return value;
}

/**
 * Runs both sides in turn, swapped at every round so that neither always comes first, after one round that does not count. Ratios
 * are taken within a round: a machine that slows down slows both.
 */
export async function compare(pair: Pair, rounds = 5): Promise<Record<string, Comparison>> {
  const played: { ours: Figures; bare: Figures }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures = { ours: {} as Figures, bare: {} as Figures };
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      figures[side] = await pair[side]();
    }
    if (round > 0) played.push(figures);
  }
  const names = Object.keys(played[0]?.ours ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const ours = played.map((figures) => figures.ours[name] ?? Number.NaN);
      const bare = played.map((figures) => figures.bare[name] ?? Number.NaN);
      const ratios = ours.map((value, index) => value / (bare[index] ?? Number.NaN));
      const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
      return [name, { ours: median(ours), bare: median(bare), ratio: median(ratios), low, high }];
    }),
  );
}
