import { csvOf } from '#content/csv.ts';
import type { Reader } from '#content/reader.ts';
import { reached, spans } from '#domain/figures/steps.ts';
import type { Figures } from '#web/server/services/office/figures.ts';

/** One row of a figure: what it is about, and its numbers in words; `sizes` are what a chart draws, one for each number, 0 for what is not shown. */
type FigureRow = { id: string; label: string; cells: string[]; sizes: number[] };

/** A figure in words: the same as a chart, as a table and in the file. */
export type FigureWords = { id: string; title: string; description: string; columns: string[]; rows: FigureRow[] };

/** The figures of a period, one after the other. */
export function presentFigures(
  reader: Reader,
  { reached: counts, spans: lengths, silent, mediators }: Figures,
): FigureWords[] {
  const { t, number } = reader;
  const counted = (count: number | null) => (count === null ? t('figures:few') : number(count));
  const days = (count: number) => t('office:desk.days', { count });
  const length = (count: number | null) =>
    count === null ? t('figures:tooFew') : t('figures:upTo', { days: days(Math.max(1, count)) });
  const figure = (id: 'reached' | 'spans' | 'silent' | 'mediators', columns: string[], rows: FigureRow[]) => ({
    id,
    title: t(`figures:${id}.title`),
    description: t(`figures:${id}.description`, { days: days(silent.days) }),
    columns,
    rows,
  });
  const row = (id: string, label: string, [cells, sizes]: [string[], (number | null)[]]): FigureRow => ({
    id,
    label,
    cells,
    sizes: sizes.map((size) => size ?? 0),
  });
  return [
    figure(
      'reached',
      [t('figures:what'), t('figures:number')],
      reached.map((step) => row(step, t(`figures:reached.${step}`), [[counted(counts[step])], [counts[step]]])),
    ),
    figure(
      'spans',
      [t('figures:what'), t('figures:median'), t('figures:most')],
      spans.map((name) => {
        const { median, most } = lengths[name];
        return row(name, t(`figures:spans.${name}`), [
          [length(median), length(most)],
          [median, most],
        ]);
      }),
    ),
    figure(
      'silent',
      [t('figures:silent.title'), t('figures:number')],
      (['merchants', 'dossiers'] as const).map((what) =>
        row(what, t(`figures:silent.${what}`), [[counted(silent[what])], [silent[what]]]),
      ),
    ),
    figure(
      'mediators',
      [t('figures:mediators.name'), t('figures:mediators.now'), t('figures:mediators.begun')],
      mediators.map(({ id, name, now, begun }) =>
        row(id, name, [
          [counted(now), counted(begun)],
          [now, begun],
        ]),
      ),
    ),
  ];
}

/** The figures as a file for a spreadsheet: one line a row, under the name of its table. */
export function figuresFile(reader: Reader, figures: Figures): { fileName: string; text: string } {
  const { t } = reader;
  const rows = presentFigures(reader, figures).flatMap(({ title, columns, rows: lines }) =>
    lines.flatMap(({ label, cells }) =>
      cells.map((cell, position) => [title, label, columns[position + 1] ?? '', cell]),
    ),
  );
  return {
    fileName: t('figures:fileName', figures.period),
    text: csvOf([t('figures:table'), t('figures:what'), '', t('figures:number')], rows),
  };
}
