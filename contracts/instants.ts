/**
 * True for an instant in UTC as we write it, `2026-11-26T13:45:00.123456Z`, on a day that exists: what a list's cursor may hold. Leaves out
 * what PostgreSQL reads otherwise or refuses: the year 0, `infinity`, the thirtieth of February, the second 60.
 */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, day] = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/.exec(value) ?? [];
  if (!day || day.startsWith('0000')) return false;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
