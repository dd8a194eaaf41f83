import { documentBefore, sectionsIn } from '../marks/numbers.ts';
import type { Tree } from '../tree.ts';
import type { Finding, PlacedPiece } from './finding.ts';

/**
 * « requirements §6 », « architecture §4 » and « ADR 9 » whose heading or record is not in docs/. A sign alone means the requirements, or the
 * page where it stands.
 */
export function deadSections({ file, text, line }: PlacedPiece, sections: Sections): Finding[] {
  const dead: Finding[] = sectionsIn(text).flatMap(({ text: number, index }) => {
    const document = documentBefore(text, index);
    const meant = document === '' ? [/^docs\/([\w-]+)\.md$/.exec(file)?.[1] ?? '', 'requirements'] : [document ?? ''];
    if (document === null || meant.some((name) => sections.get(name)?.has(number))) return [];
    return [{ kind: 'section', file, line: line(index), what: `${meant.at(-1)} §${number}` }];
  });
  const records = [...text.matchAll(/\bADR (\d+)/g)].flatMap((match): Finding[] =>
    sections.get('adr')?.has(match[1]!) ? [] : [{ kind: 'decision', file, line: line(match.index), what: match[0] }],
  );
  return [...dead, ...records];
}

/** The numbered headings of each document, by its name. */
export type Sections = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the numbered headings of docs/: `## §4 The journal` of architecture.md, `# §6 …` of the requirements, the records of adr/. */
export function readSections(tree: Tree): Sections {
  const sections = new Map<string, Set<string>>();
  const add = (document: string, number: string): void =>
    void sections.set(document, (sections.get(document) ?? new Set()).add(number));
  for (const [file, text] of tree.texts) {
    const record = /^docs\/adr\/0*(\d+)-.*\.md$/.exec(file)?.[1];
    if (record) add('adr', record);
    const document = /^docs\/(?:(requirements)\/.*|([\w-]+))\.md$/.exec(file);
    if (!document) continue;
    for (const heading of text.matchAll(/^#{1,3} §(\d+(?:\.\w+)*) /gm)) add(document[1] ?? document[2]!, heading[1]!);
  }
  return sections;
}
