type BarChartProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  /** What each row says, and how long its bars are: two at most, the second drawn around the first. The words of the last are written at the end. */
  rows: { id: string; label: string; cells: string[]; sizes: number[] }[];
};

/** In units of the drawing, which is as wide as a phone and grows with the page. */
const width = 360;
const barWidth = 210;
const rowHeight = 44;
const barTop = 18;
const barHeight = 16;

/**
 * Horizontal bars, drawn on the server. A picture with a title and a description; the numbers are in the table that stands beside it, which whoever
 * does not see the picture reads instead.
 */
export function BarChart({ id, title, description, rows }: BarChartProps) {
  const longest = Math.max(1, ...rows.flatMap(({ sizes }) => sizes));
  const long = (size: number) => Math.round((size / longest) * barWidth);
  return (
    <svg
      className="pc-chart"
      viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
      role="img"
      aria-labelledby={`${id}-chart-title ${id}-chart-desc`}
    >
      <title id={`${id}-chart-title`}>{title}</title>
      <desc id={`${id}-chart-desc`}>{description}</desc>
      {rows.map(({ id: row, label, cells, sizes: [inner = 0, outer = 0] }, position) => (
        <g key={row} transform={`translate(1 ${position * rowHeight})`}>
          <text x={0} y={12}>
            {label}
          </text>
          <rect x={0} y={barTop} width={barWidth} height={barHeight} className="pc-chart-ground" />
          {outer > 0 ? (
            <rect x={0} y={barTop} width={long(outer)} height={barHeight} className="pc-chart-outer" />
          ) : null}
          {inner > 0 ? (
            <rect x={0} y={barTop + 3} width={long(inner)} height={barHeight - 6} className="pc-chart-inner" />
          ) : null}
          <text x={width - 2} y={barTop + 12} textAnchor="end">
            {cells[0] ?? ''}
          </text>
        </g>
      ))}
    </svg>
  );
}
