import { z } from 'zod';
import { keySentWith, readForm, replyWith } from './read-form.ts';
import type { Typed } from './typed-values.ts';

/**
 * Reads what a refused request carried; null when that is impossible (files, a body read already). Never throws.
 */
export async function typedIn(request: Request): Promise<Typed | null> {
  if (request.bodyUsed || !request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return null;
  try {
    const form = await readForm(request, z.looseObject({}));
    const fields = fieldsOf(replyWith(form.values).data.values);
    const intent: Typed = form.intent ? [['intent', form.intent]] : [];
    return [['form_key', keySentWith(form.values) ?? form.key], ...intent, ...fields];
  } catch {
    return null;
  }
}

/** What a form brought back by its page's action holds, for a page that can no longer show the form. */
export function typedInReply(answer: unknown): Typed {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return [];
  const { data } = answer;
  if (data === null || typeof data !== 'object' || !('values' in data) || !('formKey' in data)) return [];
  return data.values !== null && typeof data.values === 'object' ? fieldsOf(data.values) : [];
}

/** The fields of nested values, by the names that {@link readForm} nests. */
function fieldsOf(values: object, under = ''): Typed {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]): Typed => {
    const path = under + name;
    if (Array.isArray(value)) return value.map((each): Typed[number] => [`${path}[]`, String(each)]);
    if (value !== null && typeof value === 'object') return fieldsOf(value, `${path}.`);
    return [[path, String(value)]];
  });
}
