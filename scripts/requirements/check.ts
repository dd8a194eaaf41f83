import { reasonFor, type Exception } from './exceptions.ts';
import { isNumber, listPages, type Entry } from './list.ts';
import { aspects, has, type Aspect, type Marks, type Sources } from './marks/marks.ts';
import { numbersIn, rangesIn } from './marks/numbers.ts';
import { handWritten } from './pages/pages.ts';
import type { Finding, PlacedPiece } from './references/finding.ts';
import { deadLinks, withoutTargets } from './references/links.ts';
import { deadNames } from './references/names.ts';
import { deadPaths, indexPaths } from './references/paths.ts';
import { deadSections, readSections } from './references/sections.ts';
import { lineOf } from './marks/source.ts';
import { titlesOf } from './marks/titles.ts';
import { isSpec, type Tree } from './tree.ts';

/** A number that lacks something, without a reason. */
export type Lack = { number: string; aspect: Aspect };

/** Numbers of the list without a rule, a page or a test, and without a reason. */
export function lacks(
  entries: ReadonlyMap<string, Entry>,
  marks: ReadonlyMap<string, Marks>,
  exceptions: readonly Exception[],
): Lack[] {
  return [...entries.keys()].filter(isNumber).flatMap((number) => {
    const found = marks.get(number);
    return aspects
      .filter((aspect) => !(found && has(found, aspect)) && !reasonFor(exceptions, number, aspect))
      .map((aspect) => ({ number, aspect }));
  });
}

/**
 * Everything in comments, names of tests and pages that points nowhere: numbers that the list does not have, sections, records, links,
 * names, paths; and ranges of numbers, which hide those in between.
 */
export function references(tree: Tree, sources: Sources, entries: ReadonlyMap<string, Entry>): Finding[] {
  const sections = readSections(tree);
  const paths = indexPaths(tree);
  const inText = (piece: PlacedPiece): Finding[] => {
    const { file, text, line } = piece;
    return [
      ...rangesIn(text).map((found): Finding => ({ kind: 'range', file, line: line(found.index), what: found.text })),
      ...numbersIn(text)
        .filter((found) => !entries.has(found.text))
        .map((found): Finding => ({ kind: 'number', file, line: line(found.index), what: found.text })),
      ...deadSections(piece, sections),
    ];
  };
  const found: Finding[] = [];
  for (const [file, source] of sources) {
    const text = tree.texts.get(file)!;
    const placed = (piece: { text: string; start: number }): PlacedPiece => ({
      file,
      text: piece.text,
      line: (index) => lineOf(text, piece.start + index),
    });
    for (const title of isSpec(file) ? titlesOf(source) : []) found.push(...inText(placed(title)));
    for (const comment of source.comments) {
      found.push(...inText(placed(comment)), ...deadPaths(placed(comment), paths));
    }
    found.push(...deadNames({ file, text }, source, tree));
  }
  const listed = new Set(listPages(tree).map(([page]) => page));
  for (const [file, whole] of tree.texts) {
    found.push(...leftOfMerges(file, whole));
    if (!file.endsWith('.md')) continue;
    const text = listed.has(file) ? handWritten(file, whole) : whole;
    const line = (index: number): number => lineOf(text, index);
    found.push(
      ...inText({ file, text, line }),
      ...deadLinks(file, text, tree),
      ...deadPaths({ file, text: withoutTargets(text), line }, paths),
    );
  }
  return found;
}

/** Lines that a merge with conflicts writes, and nobody else. */
function leftOfMerges(file: string, text: string): Finding[] {
  return [...text.matchAll(/^(?:<{7}|>{7}) .*$/gm)].map((match): Finding => ({
    kind: 'merge',
    file,
    line: lineOf(text, match.index),
    what: match[0],
  }));
}
