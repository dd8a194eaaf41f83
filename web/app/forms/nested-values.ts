import { isRecord } from '#contracts/unknown-values.ts';
import { formLimits } from '#contracts/form-limits.ts';
import { oneForm } from '#domain/typed/clean.ts';

/** What a form says of itself. */
const aside = ['form_key', 'intent', 'kept_text'];

/** Fields whose content is never sent back to the page. */
export const secretFields = /password|secret|^(current|credential|recovery)$/i;

/**
 * A form's values by the dotted names of its fields, as the server reads them and as a page with scripts does: `a.b` becomes
 * `{ a: { b } }`, `list[]` is always a list, a name given twice keeps its first value. Files are left out.
 */
export function nestedValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || aside.includes(name)) continue;
    const list = name.endsWith('[]');
    const path = (list ? name.slice(0, -2) : name).split('.');
    // Passwords stay exactly as they were typed (ASVS 6.2.8).
    put(values, path, { value: secretFields.test(name) ? value : oneForm(value), list });
  }
  return values;
}

function put(target: Record<string, unknown>, path: string[], field: { value: string; list: boolean }): void {
  const { value, list } = field;
  const [first = '', ...rest] = path;
  // Names come from the browser: none may reach an object's prototype.
  if (!/^[\w-]{1,80}$/.test(first) || first === '__proto__' || first === 'constructor' || first === 'prototype') return;
  if (rest.length > 0) {
    if (rest.length >= formLimits.depth) return;
    const inner = target[first];
    const next = isRecord(inner) && !Array.isArray(inner) ? inner : {};
    target[first] = next;
    put(next, rest, field);
  } else if (list) {
    const known = target[first];
    if (Array.isArray(known)) known.push(value);
    else target[first] = [value];
  } else if (!(first in target)) {
    target[first] = value;
  }
}
