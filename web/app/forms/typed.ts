import { z } from 'zod';
import { readForm, replyWith } from './read-form.ts';

/** What a form held, so that it can be sent again: names and values, secrets left out; null when it cannot be told (files, a body read already). */
export type Typed = [name: string, value: string][] | null;

/** Reads what a refused request carried. Never refuses: what cannot be read is not told. */
export async function typedIn(request: Request): Promise<Typed> {
  if (request.bodyUsed || !request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return null;
  try {
    const form = await readForm(request, z.looseObject({}));
    const fields = fieldsOf(replyWith(form.values).data.values);
    return [['form_key', form.key], ...(form.intent ? [['intent', form.intent] as [string, string]] : []), ...fields];
  } catch {
    return null;
  }
}

/** The fields of nested values, by the names that {@link readForm} nests. */
function fieldsOf(values: object, under = ''): [string, string][] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const path = under + name;
    if (Array.isArray(value)) return value.map((each): [string, string] => [`${path}[]`, String(each)]);
    if (value !== null && typeof value === 'object') return fieldsOf(value, `${path}.`);
    return [[path, String(value)]];
  });
}
