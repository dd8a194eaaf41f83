/** A use case: its dependencies, then its arguments. */
type UseCase<Deps> = (deps: Deps, ...asked: never[]) => unknown;

/** The same, with its dependencies given. */
type Bound<Deps, Cases> = {
  [Name in keyof Cases]: Cases[Name] extends (deps: Deps, ...asked: infer Asked) => infer Answer
    ? (...asked: Asked) => Answer
    : never;
};

/**
 * Binds use cases to their dependencies, once for the process: `bind(deps, { load, summary }).summary(dossier)` calls `summary(deps, dossier)`.
 */
export function bind<Deps, const Cases extends Record<string, UseCase<Deps>>>(
  deps: Deps,
  cases: Cases,
): Bound<Deps, Cases> {
  const bound = Object.entries(cases).map(([name, useCase]) => [name, (...asked: never[]) => useCase(deps, ...asked)]);
  return Object.fromEntries(bound) as Bound<Deps, Cases>;
}
