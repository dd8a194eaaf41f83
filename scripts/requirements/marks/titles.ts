import type { Piece, Source } from './source.ts';

const callOfTest = /(?<![.\w])(?:describe|test|it)((?:\.\w+)*)\s*(?=[(`])/g;

/**
 * The names of a spec's tests and groups as they are written, in their order; a value put into a name stands as « … » or `%s`. The
 * `name` of a row of a table counts too: it is the name of the tests made from that row.
 */
export function titlesOf({ code, strings }: Source): Piece[] {
  const byStart = new Map(strings.map((piece) => [piece.start, piece]));
  const titles: Piece[] = [];
  for (const call of code.matchAll(callOfTest)) {
    let at = call.index + call[0].length;
    if (call[1]!.endsWith('.each')) at = afterGroup(code, at);
    if (code[at] !== '(') continue;
    const first = at + 1 + /^\s*/.exec(code.slice(at + 1))![0].length;
    const title = byStart.get(first);
    if (title) titles.push(title);
  }
  for (const piece of strings) {
    if (/[{,\s]name:\s*$/.test(code.slice(Math.max(0, piece.start - 40), piece.start))) titles.push(piece);
  }
  return titles.sort((a, b) => a.start - b.start);
}

/** Offset after the parentheses or the template that begin at `at`. */
function afterGroup(code: string, at: number): number {
  if (code[at] === '`') return code.indexOf('`', at + 1) + 1;
  let depth = 0;
  for (let end = at; end < code.length; end++) {
    if ('([{'.includes(code[end]!)) depth += 1;
    if (')]}'.includes(code[end]!) && --depth === 0) return end + 1;
  }
  return code.length;
}
