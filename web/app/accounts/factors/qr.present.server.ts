import { encode } from 'uqr';

/** The square of an address (ISO/IEC 18004) as one path of an SVG, a unit for each module; `size` counts its quiet zone. */
export function presentSquare(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
