import { encode } from 'uqr';

/** The square of an address (ISO/IEC 18004) as one path of an SVG, a unit for each module; `size` counts its quiet zone. */
export function presentSquare(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  return {
    size,
    path: data.flatMap((row, y) => darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join(''),
  };
}

/** Where the dark modules of a row begin, and how many stand together. */
function darkRuns(row: boolean[]): [x: number, width: number][] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    return [x, (end < 0 ? row.length : end) - x];
  });
}
