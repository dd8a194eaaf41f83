/**
 * French elides « de » and « que » before a vowel, and no language ends a sentence with two full stops. A text cannot know
 * what will be put in it, so its hole says how to be filled: `{{name, de}}`, `{{until, stop}}`. {@link withFillers} writes
 * that in texts as people type them, `de {{name}}` and `{{until}}.`.
 */
export const fillers = {
  de: (value: string) => (beginsWithVowel(value) ? `d’${value}` : `de ${value}`),
  que: (value: string) => (beginsWithVowel(value) ? `qu’${value}` : `que ${value}`),
  stop: (value: string) => (value.endsWith('.') ? value : `${value}.`),
} as const;

/** @example withFillers('de {{name}}.') // '{{name, de, stop}}' */
export function withFillers(text: string): string {
  return text.replace(
    /(?:(?<![\p{L}’])(de|que) )?\{\{(\w+)\}\}(\.(?=\s|$))?/gu,
    // The language defines the parameters of a replacer.
    // eslint-disable-next-line max-params
    (whole, particle: string | undefined, name: string, stop: string | undefined) =>
      particle || stop ? `{{${[name, particle, stop ? 'stop' : undefined].filter(Boolean).join(', ')}}}` : whole,
  );
}

/** An H is left as it is: only a dictionary knows whether it is mute. */
function beginsWithVowel(value: string): boolean {
  return /^[aeiouyœæ]/i.test(value.normalize('NFD'));
}
