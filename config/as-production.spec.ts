import { asProduction } from './as-production.ts';

/** What a library finds that is loaded then. */
function found(before: string | undefined): { during: string | undefined; after: string | undefined } {
  const env: Record<string, string | undefined> = process.env;
  const { NODE_ENV } = env;
  let during: string | undefined;
  if (before === undefined) delete env['NODE_ENV'];
  else env['NODE_ENV'] = before;
  asProduction(() => (during = env['NODE_ENV']));
  const after = env['NODE_ENV'];
  env['NODE_ENV'] = NODE_ENV;
  return { during, after };
}

test.each([
  ['test', 'production'],
  ['production', 'production'],
  ['development', 'development'],
  [undefined, 'production'],
])('where NODE_ENV is %s, a library is loaded for %s, and nothing else is changed', (before, during) => {
  expect(found(before)).toEqual({ during, after: before });
});
