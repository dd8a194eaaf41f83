import { todayInQuebec } from '#domain/calendar/civil-day.ts';
/** One line of the results. `ratio` is ours ÷ bare; a row without `bare` is a figure of ours alone, and its target is on that figure. */
export type Row = {
  name: string;
  unit: string;
  ours: number;
  bare?: number;
  ratio?: number;
  low?: number;
  high?: number;
  target: { atMost: number } | { atLeast: number } | null;
  /** What a reader must know to read the figure. */
  note?: string;
};

/** What the target says of a row: met, missed, or nothing asked. */
function verdict(row: Row): 'met' | 'missed' | '–' {
  if (!row.target) return '–';
  const value = row.ratio ?? row.ours;
  const met = 'atMost' in row.target ? value <= row.target.atMost : value >= row.target.atLeast;
  return met ? 'met' : 'missed';
}

export type Section = { title: string; rows: Row[] };

/** The rows of a part as a Markdown table. */
export function table({ rows }: Section): string {
  return [
    '| figure | ours | peer | ratio | lowest – highest | target | |',
    '|---|---:|---:|---:|---:|---:|---|',
    ...rows.map(line),
  ].join('\n');
}

/** The results as a Markdown page, with the machine they were taken on. */
export function page(sections: Section[], when: Date, machine: string): string {
  const lines = [
    '# Figures',
    '',
    `Taken on ${todayInQuebec(when.toISOString())} by \`npm run bench\` on ${machine}. What is measured, and how to read it: [README](README.md).`,
  ];
  for (const section of sections) {
    const { title, rows } = section;
    lines.push('', `## ${title}`, '', table(section));
    const notes = rows.flatMap((row) => (row.note ? [`- ${row.name}: ${row.note}`] : []));
    if (notes.length > 0) lines.push('', ...notes);
  }
  const missed = sections.flatMap(({ rows }) => rows.filter((row) => verdict(row) === 'missed'));
  lines.push('', missed.length > 0 ? 'Why a target is missed: [missed.md](missed.md).' : 'Every target is met.');
  return `${lines.join('\n')}\n`;
}

function line(row: Row): string {
  const cells = [
    row.name,
    `${number(row.ours)} ${row.unit}`,
    row.bare === undefined ? '' : `${number(row.bare)} ${row.unit}`,
    row.ratio === undefined ? '' : `${number(row.ratio)}×`,
    row.low === undefined ? '' : `${number(row.low)} – ${number(row.high ?? row.low)}`,
    aim(row),
    verdict(row),
  ];
  return `| ${cells.join(' | ')} |`;
}

function aim(row: Row): string {
  if (!row.target) return '';
  const unit = row.ratio === undefined ? ` ${row.unit}` : '×';
  return 'atMost' in row.target ? `≤ ${row.target.atMost}${unit}` : `≥ ${row.target.atLeast}${unit}`;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
