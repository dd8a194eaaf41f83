/** A table of text for a terminal: a title line a group, columns as wide as their longest cell. */
function table(header: string[], rows: string[][]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (cells: string[]): string =>
    `│ ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' │ ')} │`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  return [rule('┌', '┬', '┐'), line(header), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join('\n');
}

export type ReadyView = {
  seconds: number;
  places: [name: string, where: string][];
  /** One a role. */
  people: { role: string; name: string; email: string; password: string }[];
  /** Where everyone of the demonstration is a click away. */
  everyone: string;
  dataDir: string;
};

const roleNames: Record<string, string> = {
  consumer: 'Consumer',
  consumerRepresentative: 'Consumer’s representative',
  respondent: 'Merchant (respondent)',
  merchantRepresentative: 'Merchant (representative)',
  mediator: 'Mediator',
  officer: 'Officer of the Office',
};

/** What `npm start` says once everything answers. */
export function readyMessage({ seconds, places, people, everyone, dataDir }: ReadyView): string {
  const lines = ['', `Parle consommation is ready (${seconds} s).`, '', table(['Where', 'Address'], places)];
  if (people.length > 0) {
    const rows = people.map(({ role, name, email, password }) => [roleNames[role] ?? role, name, email, password]);
    lines.push('', 'Demonstration: sign in with', table(['Role', 'Name', 'E-mail', 'Password'], rows));
    lines.push(`Everyone else, with what waits for each, in one click: ${everyone}`);
    lines.push('Codes that the application sends arrive in the mail inbox.');
  }
  lines.push('', `Data and logs: ${dataDir}. Ctrl-C stops everything; \`npm start -- --fresh\` begins anew.`, '');
  return lines.join('\n');
}
