/**
 * The key of the form that a request brought, noted when the form is read, for what stands around every action. By a symbol of the whole process: the
 * bundle of pages has its own copy of this module.
 */
const registry = Symbol.for('parle-consommation: keys of forms by request');

export function noteSentKey(request: Request, key: unknown): void {
  if (typeof key === 'string') keys().set(request, key);
}

/** The key of the form that this request brought; null when it was no form, or when what was typed in it was left aside. */
export function sentKeyOf(request: Request): string | null {
  const key: unknown = keys().get(request);
  return typeof key === 'string' ? key : null;
}

/** For a button that does something else than taking what is typed in its form: the page goes on keeping it. */
export function leaveTyped(request: Request): void {
  keys().delete(request);
}

function keys(): WeakMap<Request, unknown> {
  const known: unknown = Reflect.get(globalThis, registry);
  if (known instanceof WeakMap) return known;
  const made = new WeakMap<Request, unknown>();
  Reflect.set(globalThis, registry, made);
  return made;
}
