import type { Reader } from '#content/reader.ts';
import {
  access,
  phases,
  readerRoles,
  resources,
  type Phase,
  type ReaderRole,
  type Resource,
} from '#domain/access/index.ts';

/**
 * The visibility matrix (domain/access/matrix.ts) as tables of words, one a thing (B-04). Readers and moments without any access are said in a
 * sentence; those alike throughout a table share a row, or a column.
 */
export function presentWhoSeesWhat({ t }: Reader) {
  return resources.map((resource) => {
    const seen = (reader: ReaderRole, phase: Phase) => access(reader, resource, phase) !== 'none';
    const readers = readerRoles.filter((reader) => phases.some((phase) => seen(reader, phase)));
    const moments = phases.filter((phase) => readerRoles.some((reader) => seen(reader, phase)));
    const columns = alike(moments, (phase) => readers.map((reader) => access(reader, resource, phase)).join());
    const rows = alike(readers, (reader) => moments.map((phase) => access(reader, resource, phase)).join());
    return {
      id: resource,
      title: t(`visibility:things.${resource}.title`),
      text: t(`visibility:things.${resource}.text`),
      columns: columns.map((group) => named(group, 'phases')),
      rows: rows.map((group) => ({
        who: named(group, 'readers'),
        cells: columns.map((column) => rightOf(group[0], resource, column[0])),
      })),
      never: listed(others(readerRoles, readers), 'readers', 'never'),
      nobody: listed(others(phases, moments), 'phases', 'nobody'),
    };
  });

  function named(codes: readonly (ReaderRole | Phase)[], kind: 'readers' | 'phases'): string {
    return codes.map((code) => t(`visibility:${kind}.${code}`)).join(', ');
  }

  function listed(
    codes: readonly (ReaderRole | Phase)[],
    kind: 'readers' | 'phases',
    sentence: 'never' | 'nobody',
  ): string | null {
    return codes.length === 0 ? null : t(`visibility:${sentence}`, { names: named(codes, kind) });
  }

  function rightOf(reader: ReaderRole, resource: Resource, phase: Phase): string {
    const right = access(reader, resource, phase);
    return right === 'write' ? t(`visibility:things.${resource}.write`) : t(`visibility:rights.${right}`);
  }
}

type Group<Code> = [Code, ...Code[]];

/** Codes that have the same key, together, in the order of the first of each. */
function alike<Code>(codes: readonly Code[], keyOf: (code: Code) => string): Group<Code>[] {
  const groups = new Map<string, Group<Code>>();
  for (const code of codes) {
    const group = groups.get(keyOf(code));
    if (group) group.push(code);
    else groups.set(keyOf(code), [code]);
  }
  return [...groups.values()];
}

function others<Code>(all: readonly Code[], some: readonly Code[]): Code[] {
  return all.filter((code) => !some.includes(code));
}
