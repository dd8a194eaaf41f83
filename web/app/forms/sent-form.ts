import { seenVersion } from '#contracts/schemas/text.ts';

/**
 * Which form a request brought, noted when it is read, for what stands around every action. By a symbol of the whole process: the bundle of pages has
 * its own copy of this module.
 */
const registry = Symbol.for('parle-consommation: forms by request');

/** Its key and its name, as the page wrote them; `kept`: the version that the server holds of what was being written in it, as far as the page knows; 0 for none. */
export type SentForm = { key: string; name: string; kept: number };

export function noteSentForm(request: Request, form: FormData): void {
  const [key, name, kept] = ['form_key', 'form_name', 'kept_text'].map((field) => form.get(field));
  if (typeof key === 'string')
    forms().set(request, {
      key,
      name: typeof name === 'string' ? name : '',
      kept: seenVersion.safeParse(kept).data ?? 0,
    });
}

/** The form that this request brought; null when there was none, or when what was typed in it was left aside. */
export function sentFormOf(request: Request): SentForm | null {
  return forms().get(request) ?? null;
}

/** For a button that does something else than taking what is typed in its form: the page goes on keeping it. */
export function leaveTyped(request: Request): void {
  forms().delete(request);
}

function forms(): WeakMap<Request, SentForm> {
  const known: unknown = Reflect.get(globalThis, registry);
  if (known instanceof WeakMap) return known;
  const made = new WeakMap<Request, SentForm>();
  Reflect.set(globalThis, registry, made);
  return made;
}
