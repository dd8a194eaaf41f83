/** A refusal as it goes to a page: its code and what its sentence needs. */
export type Refusal = { code: string; params: Record<string, unknown> };

/**
 * The refusal that an error is, or null for anything else (a Response, a fault). Known by shape and not by class: the bundle of pages has its
 * own copy of `AppError` and `DomainError`.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { name, code, params } = error as { name?: unknown; code?: unknown; params?: unknown };
  if ((name !== 'AppError' && name !== 'DomainError') || typeof code !== 'string') return null;
  return { code, params: params !== null && typeof params === 'object' ? (params as Record<string, unknown>) : {} };
}
