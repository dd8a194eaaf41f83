/** Level of each requirement of ASVS 5.0, by its number. */
export type Levels = Readonly<Record<string, number>>;

/** What a row says of a requirement. `operator`: whoever runs the platform does it, as the files named say. */
const states = ['met', 'operator', 'not applicable', 'not met'] as const;

type Row = { page: string; number: string; level: string; state: string; how: string; heldBy: string };

/** Shortest reason: « no XPath is evaluated ». */
const shortestReason = 10;

/** The rows of a page: six cells, the first of which is a number. */
export function rowsOf(page: string, text: string): Row[] {
  return text.split('\n').flatMap((line): Row[] => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, number = '', level = '', , state = '', how = '', heldBy = ''] = cells;
    return /^V\d/.test(number) && cells.length === 8 ? [{ page, number, level, state, how, heldBy }] : [];
  });
}

/**
 * Everything that is wrong with the table, one sentence each.
 *
 * @param exists whether a path, from the root of the work tree, is there.
 */
export function problemsOf(rows: readonly Row[], levels: Levels, exists: (file: string) => boolean): string[] {
  const times = (number: string) => rows.filter((row) => row.number === number).length;
  return [
    ...Object.keys(levels).flatMap((number) =>
      times(number) === 1 ? [] : [`${number} has ${times(number)} rows, and must have one`],
    ),
    ...rows.flatMap((row) => wrongIn(row, levels, exists).map((wrong) => `${row.page}: ${row.number} ${wrong}`)),
  ];
}

function wrongIn(row: Row, levels: Levels, exists: (file: string) => boolean): string[] {
  const [files, specs] = [pathsIn(row.how), pathsIn(row.heldBy)];
  const missing = [...files, ...specs].filter((file) => !exists(file));
  const level = levels[row.number];
  return [
    ...(level === undefined ? ['is no requirement of levels 1 and 2'] : []),
    ...(level !== undefined && String(level) !== row.level ? [`is of level ${level}, not ${row.level}`] : []),
    ...missing.map((file) => `names ${file}, which is not there`),
    ...lacksOf(row, files, specs),
  ];
}

/** What the state of a row needs, and the row does not say. */
function lacksOf({ state, how, heldBy }: Row, files: string[], specs: string[]): string[] {
  switch (state) {
    case 'met': {
      const read = /^by reading: (.*)$/.exec(heldBy)?.[1] ?? '';
      const held = specs.some((file) => /\.spec\.tsx?$/.test(file)) || read.length >= shortestReason;
      return [...(files.length > 0 ? [] : ['names no file that does it']), ...(held ? [] : ['names no test'])];
    }
    case 'operator':
      return files.length > 0 ? [] : ['names no file that tells the operator'];
    case 'not met':
    case 'not applicable':
      return how.length >= shortestReason ? [] : ['gives no reason'];
    default:
      return [`has the state « ${state} », which is none of ${states.join(', ')}`];
  }
}

/** Files at the root of the work tree, by their endings: `session.start` is none. */
const atRoot = /^(Dockerfile|\.\w+ignore|[\w.-]+\.(json|ts|mjs|cjs|yml|md))$/;

/** The files that a cell names: between backticks, or as links to the pages above. */
function pathsIn(cell: string): string[] {
  const named = [...cell.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  const linked = [...cell.matchAll(/\]\(\.\.\/([\w-]+\.md)\)/g)].map(([, page = '']) => `docs/security/${page}`);
  return [...named.filter((path) => path.includes('/') || atRoot.test(path)), ...linked];
}

/** The line of the index for a page: how many rows are in each state. */
export function countLine(title: string, page: string, rows: readonly Row[]): string {
  const counts = states.map((state) => rows.filter((row) => row.state === state).length);
  return `| [${title}](asvs/${page}) | ${counts.join(' | ')} |`;
}
