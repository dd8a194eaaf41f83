/**
 * A table as a file that spreadsheets open (RFC 4180), in UTF-8 with its mark, so that accents are read as such. A cell that a spreadsheet would take for a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) begins with an apostrophe instead (ASVS 1.2.10).
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${csvHead(columns)}${csvLines(rows)}`;
}

/** How such a file begins: its mark and the line of its columns. */
export function csvHead(columns: readonly string[]): string {
  return `\uFEFF${csvLines([columns])}`;
}

/** Lines that follow, of a file that is written part by part. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
