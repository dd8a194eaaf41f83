import { isListName, label, type ListName } from '../lists/index.ts';
import { formatDateTime, formatDay } from '../texts/format.ts';
import { fillers } from '../texts/grammar.ts';
import type { Language } from '../texts/index.ts';
import type { MailLayout, MailParams } from './types.ts';

/** A parameter with its format, the particle before it and the full stop after it. */
const holes = /(?:(?<![\p{L}’])(de|que) )?\{\{(\w+)(?:\|([\w:]+))?\}\}(\.(?=\s|$))?/gu;

/** The language of a mail, and how it names each side. */
type Words = { language: Language; layout: MailLayout };

/**
 * Puts parameters in a text: `{{number}}` as it is, `{{until|dateTime}}` and `{{until|day}}` for instants, `{{side|who}}` for the side that acted
 * (`Who` to begin a sentence), `{{reason|list:recusalReasons}}` for the label of a code.
 *
 * @throws Error when a parameter is missing: a mail with a missing parameter must never be sent.
 */
export function interpolate(text: string, { params, ...words }: Words & { params: MailParams }): string {
  // The language defines the parameters of a replacer.
  // eslint-disable-next-line max-params
  return text.replace(holes, (_, particle: 'de' | 'que' | undefined, name: string, format?: string, stop?: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new Error(`mail parameter ${name} is missing`);
    const shown = formatted(String(value), format, words);
    const joined = particle ? fillers[particle](shown) : shown;
    return stop ? fillers.stop(joined) : joined;
  });
}

function formatted(value: string, format: string | undefined, { language, layout }: Words): string {
  switch (format) {
    case undefined:
      return value;
    case 'dateTime':
      return formatDateTime(language, value);
    case 'day':
      return formatDay(language, value);
    case 'who':
      return whoIs(value, layout);
    case 'Who': {
      const who = whoIs(value, layout);
      return who.charAt(0).toUpperCase() + who.slice(1);
    }
    default:
      return label(listOf(format), value, language);
  }
}

function whoIs(code: string, layout: MailLayout): string {
  const sides: Record<string, string> = layout.who;
  const who = sides[code];
  if (!who) throw new Error(`mail names an unknown side`);
  return who;
}

/** The list that a format names: `list:recusalReasons`. */
function listOf(format: string): ListName {
  const name = /^list:(.*)$/.exec(format)?.[1];
  if (name === undefined || !isListName(name)) throw new Error(`mail format ${format} is unknown`);
  return name;
}
