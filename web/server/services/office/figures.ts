import { AppError } from '#contracts/errors.ts';
import { cohortOf, countWithin, mediatorLoads } from '#db/office/figures.ts';
import { inTransaction } from '#db/transaction.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { disclosed, disclosedSpan, type Span } from '#domain/figures/disclosed.ts';
import { boundsOf, monthsUpTo, mostMonths, periodOf, type Period } from '#domain/figures/months.ts';
import { reached, spans, type Reached, type SpanName } from '#domain/figures/steps.ts';
import { recordOf } from '#domain/known-values.ts';
import { csvAnswer } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { policyInForce } from '../policy-in-force.ts';

/** Figures of a period as they may be shown: no exact count, null for fewer than five. No content, nobody of a dispute. */
export type Figures = {
  period: Period;
  /** When they were counted. */
  at: string;
  reached: Record<Reached, number | null>;
  spans: Record<SpanName, { median: number | null; most: number | null }>;
  /** Merchants that left a dossier without an answer for `days`, and those dossiers. */
  silent: { days: number; merchants: number | null; dossiers: number | null };
  mediators: { id: string; name: string; now: number | null; begun: number | null }[];
};

/** What was counted a moment ago, by period. */
export type KeptFigures = Map<string, { at: number; figures: Promise<Figures> }>;
type Deps = Pick<ServiceDeps, 'db' | 'env' | 'now' | 'limits'> & { kept: KeptFigures };

const keptMs = 10 * 60_000;
const mostKept = 50;
/** Longer, and the person is told to ask again: a database that is busy with people goes first. */
const countingMs = 10_000;

/** Months that may be chosen, newest first. */
export function figureMonths({ now }: Pick<ServiceDeps, 'now'>): string[] {
  return monthsUpTo(now().toISOString(), mostMonths);
}

/**
 * The figures of the codes issued in a period: counted once for all who ask within ten minutes.
 *
 * @throws AppError `platform.busy` when counting takes too long.
 */
export async function figures(deps: Deps, asked: { from: string | null; to: string | null }): Promise<Figures> {
  const { kept } = deps;
  const now = deps.now();
  const period = periodOf(asked, now.toISOString());
  const key = `${period.from} ${period.to}`;
  const known = kept.get(key);
  if (known && now.getTime() - known.at < keptMs) return known.figures;
  const counted = count(deps, period, now.toISOString()).catch((error: unknown) => {
    kept.delete(key);
    throw isTooLong(error) ? new AppError('platform.busy') : error;
  });
  kept.delete(key);
  kept.set(key, { at: now.getTime(), figures: counted });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return counted;
}

/** PostgreSQL gave a statement up (57014). */
const isTooLong = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '57014';

async function count(deps: Deps, period: Period, now: string): Promise<Figures> {
  const bounds = boundsOf(period);
  const silentDays = wholeDays((await policyInForce(deps)).takeChargeAlert);
  const [cohort, mediators] = await inTransaction(deps, async ({ db }) => {
    await countWithin(db, countingMs);
    return [await cohortOf(db, { ...bounds, now, silentDays }), await mediatorLoads(db, bounds)] as const;
  });
  const spanOf = ({ median, most }: Span) => ({ median, most });
  return {
    period,
    at: now,
    reached: recordOf(reached, (step) => disclosed(cohort.reached[step])),
    spans: recordOf(spans, (name) => spanOf(disclosedSpan(cohort.spans[name]))),
    silent: {
      days: silentDays,
      merchants: disclosed(cohort.silent.merchants),
      dossiers: disclosed(cohort.silent.dossiers),
    },
    mediators: mediators.map((each) => ({ ...each, now: disclosed(each.now), begun: disclosed(each.begun) })),
  };
}

/** The same as a file. @throws AppError as {@link figures}; `rate.limited` for more files than anyone needs. */
export async function sendFigures(
  deps: Deps,
  officer: CurrentUser,
  {
    asked,
    words,
  }: {
    asked: { from: string | null; to: string | null };
    words: (figures: Figures) => { fileName: string; text: string };
  },
): Promise<Response> {
  await deps.limits.count('acts', `${officer.id} files`);
  return csvAnswer(words(await figures(deps, asked)));
}
