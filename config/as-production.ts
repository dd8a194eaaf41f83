/** Loads libraries that ask NODE_ENV once, as they are loaded, as they are in production; while developing, with the checks that they have then. */
export function asProduction(load: () => void): void {
  const env: Record<string, string | undefined> = process.env;
  const { NODE_ENV: before } = env;
  if (before === 'development') return load();
  env['NODE_ENV'] = 'production';
  load();
  if (before === undefined) delete env['NODE_ENV'];
  else env['NODE_ENV'] = before;
}
