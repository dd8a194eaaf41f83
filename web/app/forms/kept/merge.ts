import { labelOf, namesOf, put, typedIn, valuesOf, writtenNames } from './fields.ts';
import type { Kept, Pairs } from './types.ts';

/**
 * Puts what was kept back in the form, field by field. What the person did not touch stays as the server has it now; what was typed before this
 * script came stays too. Where the server's own value changed meanwhile, it stays, unless the form sends the mark of what its page has seen
 * (`marked`): the server then says so itself.
 *
 * @param now.shown what the fields held when this page came.
 * @returns what could not be put back.
 */
export function mergeInto(
  form: HTMLFormElement,
  kept: Pick<Kept, 'typed' | 'shown'>,
  now: { shown: Pairs; marked: boolean },
): Pairs {
  const left: Pairs = [];
  for (const name of namesOf([...kept.typed, ...kept.shown])) {
    const [wanted, was, here] = [kept.typed, kept.shown, typedIn(form)].map((pairs) => valuesOf(pairs, name));
    if (wanted === here || (wanted === was && !now.marked)) continue;
    const typedBefore = here !== valuesOf(now.shown, name);
    const changed = !now.marked && was !== valuesOf(now.shown, name);
    const pairs = kept.typed.filter((pair) => pair[0] === name);
    if (typedBefore || changed || !put(form, name, pairs)) left.push(...pairs);
  }
  return left;
}

/** The words among what was typed, as one reads them; choices left out. */
export function wordsIn(form: HTMLFormElement, typed: Pairs): string {
  const written = writtenNames(form);
  return typed
    .filter(([name, value]) => value.trim() !== '' && (written.has(name) || labelOf(form, name) === ''))
    .map(([, value]) => value)
    .join('\n');
}
