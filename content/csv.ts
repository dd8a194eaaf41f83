/**
 * A table as a file that spreadsheets open (RFC 4180), in UTF-8 with its mark, so that accents are read as such. A cell that a spreadsheet would take for a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) begins with an apostrophe instead (ASVS 1.2.10).
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
