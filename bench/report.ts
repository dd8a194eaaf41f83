import os from 'node:os';

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
export function verdict(row: Row): 'met' | 'missed' | '–' {
  if (!row.target) return '–';
  const value = row.ratio ?? row.ours;
  const met = 'atMost' in row.target ? value <= row.target.atMost : value >= row.target.atLeast;
  return met ? 'met' : 'missed';
}

/** The results as a Markdown page, with the machine they were taken on. */
export function page(sections: { title: string; rows: Row[] }[], when: Date): string {
  const lines = [
    '# Figures',
    '',
    `Taken on ${when.toISOString().slice(0, 10)} by \`npm run bench\` on ${machine()}.`,
    '',
    'Each ratio is ours ÷ bare, measured side by side: the two run in turn, five rounds after one that does not count; the median of the',
    "rounds' ratios is given, with the lowest and the highest. Figures depend on the machine; ratios much less.",
  ];
  for (const { title, rows } of sections) {
    lines.push(
      '',
      `## ${title}`,
      '',
      '| what | ours | bare | ratio | lowest – highest | target | |',
      '|---|---:|---:|---:|---:|---:|---|',
    );
    for (const row of rows) {
      const range = row.low === undefined ? '' : `${number(row.low)} – ${number(row.high ?? row.low)}`;
      const bare = row.bare === undefined ? '' : `${number(row.bare)} ${row.unit}`;
      const ratio = row.ratio === undefined ? '' : `${number(row.ratio)}×`;
      lines.push(
        `| ${row.name} | ${number(row.ours)} ${row.unit} | ${bare} | ${ratio} | ${range} | ${aim(row)} | ${verdict(row)} |`,
      );
    }
    const notes = rows.flatMap((row) => (row.note ? [`- ${row.name}: ${row.note}`] : []));
    if (notes.length > 0) lines.push('', ...notes);
  }
  return `${lines.join('\n')}\n`;
}

function aim(row: Row): string {
  if (!row.target) return '';
  const unit = row.ratio === undefined ? ` ${row.unit}` : '×';
  return 'atMost' in row.target ? `≤ ${row.target.atMost}${unit}` : `≥ ${row.target.atLeast}${unit}`;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function machine(): string {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${os.type()} ${os.release()}, Node ${process.version}`;
}
