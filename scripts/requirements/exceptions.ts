import { z } from 'zod';
import { has, type Aspect, type Marks } from './marks/marks.ts';

export const exceptionsFile = 'docs/requirements/exceptions.json';

const schema = z.array(
  z.strictObject({
    number: z.string(),
    without: z.array(z.enum(['rule', 'page', 'test'])).min(1),
    why: z.enum(['not applicable', 'not yet']),
    /** A sentence. */
    reason: z.string().regex(/^\S.+\.$/s),
  }),
);

/** Why a number has no rule, page or test. */
export type Exception = z.infer<typeof schema>[number];

/** @throws ZodError when the file does not have its shape. */
export const readExceptions = (json: string): Exception[] => schema.parse(JSON.parse(json));

/** The reason why a number lacks this aspect, if it has one. */
export const reasonFor = (exceptions: readonly Exception[], number: string, aspect: Aspect): Exception | undefined =>
  exceptions.find((exception) => exception.number === number && exception.without.includes(aspect));

/** Reasons that nothing needs any more: the number is not in the list, or has what it is excused from, or is excused twice. */
export function idleExceptions(
  exceptions: readonly Exception[],
  marks: ReadonlyMap<string, Marks>,
  numbers: ReadonlySet<string>,
): string[] {
  const seen = new Set<string>();
  return exceptions.flatMap(({ number, without }) => {
    if (!numbers.has(number)) return [`${number} is not in the list`];
    return without.flatMap((aspect) => {
      const key = `${number} ${aspect}`;
      if (seen.has(key)) return [`${number} is excused twice from having a ${aspect}`];
      seen.add(key);
      const found = marks.get(number);
      return found && has(found, aspect) ? [`${number} has a ${aspect}: its reason is needed no more`] : [];
    });
  });
}
