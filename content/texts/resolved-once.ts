import type { i18n } from 'i18next';
import { fillers } from './grammar.ts';
import type { Translate } from './index.ts';

/** How many texts are kept; there are some fifteen hundred, and some are said of a number. */
const mostKept = 20_000;

/** Parameters that the library does something of its own with. */
const reserved = new Set([
  'defaultValue',
  'context',
  'ordinal',
  'returnObjects',
  'joinArrays',
  'postProcess',
  'ns',
  'lng',
]);

type Filler = keyof typeof fillers;
type Hole = { before: string; name: string; fill: readonly Filler[] };

/** A text cut at its holes: what stands before each, and after the last. */
type Template = { holes: readonly Hole[]; after: string };

type Simple = Record<string, string | number>;

/**
 * The translate function of an instance, which looks a text up once and not each time it is said: a page says some two hundred, and looking one up
 * takes as long as rendering ten elements. What is asked for in another way than by a key and plain values goes to the instance.
 */
export function resolvedOnce(instance: i18n): Translate {
  const ask = instance.t as unknown as (...asked: unknown[]) => unknown;
  const templates = new Map<string, Template | null>();

  function say(...asked: unknown[]): unknown {
    const [key, params = {}] = asked;
    if (typeof key !== 'string' || asked.length > 2 || !isSimple(params)) return ask(...asked);
    const template = templateOf(key, params['count']);
    return (template && filled(template, params)) ?? ask(...asked);
  }

  /** Null when the key is that of no text. */
  function templateOf(key: string, count: string | number | undefined): Template | null {
    const id = count === undefined ? key : `${key}#${count}`;
    const known = templates.get(id);
    if (known !== undefined) return known;
    const text = ask(key, { count, skipInterpolation: true, defaultValue: '' });
    const template = typeof text === 'string' && text !== '' ? cut(text) : null;
    if (templates.size >= mostKept) templates.clear();
    templates.set(id, template);
    return template;
  }

  return say as unknown as Translate;
}

function isSimple(params: unknown): params is Simple {
  if (typeof params !== 'object' || params === null) return false;
  const plain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return Object.entries(params).every(([name, value]) => plain(value) && !reserved.has(name));
}

/** Null when a hole is filled in a way that is none of ours. */
function cut(text: string): Template | null {
  const holes: Hole[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(/\{\{(.*?)\}\}/g)) {
    const [name = '', ...fill] = inside.split(',').map((part) => part.trim());
    if (!fill.every((each): each is Filler => each in fillers)) return null;
    holes.push({ before: text.slice(from, index), name, fill });
    from = index + whole.length;
  }
  return { holes, after: text.slice(from) };
}

/** Null when a hole has no value. */
function filled({ holes, after }: Template, params: Simple): string | null {
  let text = '';
  for (const { before, name, fill } of holes) {
    const value = params[name];
    if (value === undefined) return null;
    text += before + fill.reduce((said, each) => fillers[each](said), String(value));
  }
  return text + after;
}
