import { z } from 'zod';
import type { Duration } from '#domain/calendar/durations.ts';
import { standardPolicy, type Policy } from '#domain/dossier/policy.ts';
import { recordOf } from '#domain/known-values.ts';
import { countOf, lengthsOf, problemsOf, termNames, termOf, type TermName, type Unit } from '#domain/policy/terms.ts';
import { isCivilDate, readDay } from '#domain/typed/civil-date.ts';
import { wholeNumber } from './text.ts';

const inUnit = (unit: Unit, count: number): Duration =>
  unit === 'years' ? { years: count } : unit === 'days' ? { days: count } : { businessDays: count };

/** One length, or those of a ladder with commas, spaces or « et » between; not a number where nothing else can be read. */
const numbers = z
  .string({ error: 'forms:required' })
  .max(60, { error: 'policy:problems.number' })
  .transform((value) => value.trim())
  .refine((value) => value !== '', { error: 'forms:required', abort: true })
  .transform((value) => value.split(/[\s,;]+|et|and/).filter((each) => each !== ''))
  .refine((each) => each.length > 0 && each.every((one) => /^\d{1,4}$/.test(one)), { error: 'policy:problems.number' })
  .transform((each) => each.map(Number));

const typed = z.object(recordOf(termNames, () => numbers) as Record<TermName, typeof numbers>);

/** The terms of a policy as they were typed. Every problem of the rules stands beside its field (domain/policy). */
const policyTerms = typed.transform((given, context): Policy => {
  const lengths = recordOf(termNames, (name) => {
    const { unit, ladder } = termOf(name);
    const all = given[name].map((count) => inUnit(unit, count));
    if (ladder) return all;
    if (all.length > 1) context.addIssue({ code: 'custom', path: [name], message: 'policy:problems.one' });
    return all[0];
  });
  const policy = { ...standardPolicy, ...lengths } as Policy;
  for (const { term, problem, params } of problemsOf(policy)) {
    context.addIssue({ code: 'custom', path: [term], message: `policy:problems.${problem}`, params });
  }
  return policy;
});

const rest = z.object({
  /** Number of the last version that the page has seen. */
  seen: wholeNumber(1, 1_000_000),
  day: z
    .string({ error: 'forms:required' })
    .refine((value) => value.trim() !== '', { error: 'forms:required', abort: true })
    .transform((value) => readDay(value) ?? value)
    .refine(isCivilDate, { error: 'absences:invalidDay' }),
});

/** The next version of the durations of new dossiers (T-08), and the civil day from which they open under it. */
export const policyForm = z.record(z.string(), z.unknown()).transform((given, context) => {
  const [about, policy] = [rest.safeParse(given), policyTerms.safeParse(given)];
  for (const issue of [...(policy.error?.issues ?? []), ...(about.error?.issues ?? [])]) context.addIssue({ ...issue });
  return about.success && policy.success ? { ...about.data, policy: policy.data } : z.NEVER;
});

export type PolicyForm = { seen: number; day: string; policy: Policy };

/** What the fields of that form hold of a policy: numbers of each term's own unit. */
export function policyFields(policy: Policy): Record<TermName, string> {
  return recordOf(termNames, (name) =>
    lengthsOf(policy, name)
      .map((length) => String(Math.ceil(countOf(length))))
      .join(', '),
  );
}
