import { createHash, randomUUID } from 'node:crypto';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { formKeyShape } from '#contracts/form-limits.ts';
import { isUuid } from '#contracts/ids.ts';
import { readFormData, TooMuchSent } from './form-data.ts';
import { noteSentForm } from './sent-form.ts';
import { nestedValues, secretFields } from './nested-values.ts';
import type { FormReply, TextKey } from '../ui/form/form-reply.ts';

export type { FormReply, TextKey };

export type ReadForm<Value> =
  | { ok: true; value: Value; key: string; values: Record<string, unknown>; intent: string }
  | { ok: false; key: string; values: Record<string, unknown>; intent: string; reply: ReturnType<typeof replyWith> };

/**
 * Reads and checks a form. `a.b` becomes `{ a: { b } }`; `list[]` is always a list; a name given twice keeps its first value.
 * `intent` is the pressed button's value, `key` the form's idempotency key.
 *
 * @throws FormRefused `form.too_large` past contracts/form-limits.ts, AppError `form.invalid` when it is no form.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
  return checkForm(await readFields(request), schema);
}

/** A form that was refused as a whole; `reply` shows it again with what could be read of it, on a page that has forms. */
class FormRefused extends AppError {
  readonly reply: ReturnType<typeof replyWith>;

  constructor(received: FormData) {
    super('form.too_large');
    this.reply = replyWith(nestedValues(received), { refusal: { code: this.code, params: {} }, status: this.status });
  }
}

/**
 * Reads a form that is then checked against one schema or another with {@link checkForm}: a body is read once.
 *
 * @throws as {@link readForm}.
 */
export async function readFields(request: Request): Promise<FormData> {
  try {
    const form = await readFormData(request);
    noteSentForm(request, form);
    return form;
  } catch (error) {
    throw error instanceof TooMuchSent ? new FormRefused(error.received) : error;
  }
}

/** {@link readForm} for fields that were read already. Files in them are left out. */
export function checkForm<Schema extends z.ZodType>(form: FormData, schema: Schema): ReadForm<z.output<Schema>> {
  const values = nestedValues(form);
  const key = keyOf(form.get('form_key'));
  keysSent.set(values, form.get('form_key'));
  const pressed = form.get('intent');
  const intent = typeof pressed === 'string' ? pressed : '';
  const { form_name: _formName, ...fields } = values;
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data, key, values, intent };
  return { ok: false, key, values, intent, reply: replyWith(values, { errors: errorsOf(result.error) }) };
}

/**
 * The idempotency key as a UUID: the page's random key and the form's name in it, made into one. A form without a key is new each time.
 */
export function keyOf(typed: FormDataEntryValue | null): string {
  if (typeof typed !== 'string' || !formKeyShape.test(typed)) return randomUUID();
  if (isUuid(typed)) return typed;
  const hex = createHash('sha256').update(typed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * The answer that shows the form again: 422 and the field errors, or a refusal's own status. A new key, since the act did not happen; the same one when
 * nobody knows whether it did (the engine did not answer in time), so that it cannot happen twice.
 */
export function replyWith(
  values: Record<string, unknown>,
  what: { errors?: Record<string, TextKey>; refusal?: FormReply['refusal']; status?: number } = {},
) {
  const reply: FormReply = {
    values: withoutSecrets(values),
    errors: what.errors ?? {},
    refusal: what.refusal ?? null,
    formKey: what.refusal?.code === 'engine.unavailable' ? keyBefore(values) : randomUUID(),
    form: typeof values['form_name'] === 'string' ? values['form_name'] : '',
  };
  return data(reply, { status: what.status ?? 422 });
}

/** The key as the page wrote it, in what was read of a form; null when there was none. */
export function keySentWith(values: object): string | null {
  const sent = keysSent.get(values);
  return typeof sent === 'string' ? sent : null;
}

/** The key that came with a form's values, which are what was typed and nothing else. */
const keysSent = new WeakMap<object, unknown>();

/** The page's key in what was sent: the form's name follows it (web/app/ui/form/Form.tsx). */
function keyBefore(values: Record<string, unknown>): string {
  const sent = keysSent.get(values);
  const end = typeof sent === 'string' ? sent.lastIndexOf('.') : -1;
  return typeof sent === 'string' && end > 0 ? sent.slice(0, end) : randomUUID();
}

/** Field errors by dotted name, the first of each, as text keys. */
function errorsOf(error: z.ZodError): Record<string, TextKey> {
  const errors: Record<string, TextKey> = {};
  for (const issue of error.issues) {
    const name = issue.path.join('.');
    errors[name] ??= textOf(issue);
  }
  return errors;
}

/** Problems that schemas name by a word (contracts/schemas/text.ts). */
const words = new Set(['missing', 'too_long', 'unknown_choice', 'not_ticked', 'invalid']);

function textOf(issue: z.core.$ZodIssue): TextKey {
  if (words.has(issue.message)) return { key: `forms:problems.${issue.message}` };
  if (/^[a-z]+:[\w.]+$/i.test(issue.message)) {
    const params = issue.code === 'custom' ? issue.params : limitsOf(issue);
    return { key: issue.message, ...(params ? { params } : {}) };
  }
  switch (issue.code) {
    case 'too_big':
      return { key: 'forms:tooLong', params: limitsOf(issue) };
    case 'too_small':
      return Number(issue.minimum) <= 1
        ? { key: 'forms:required' }
        : { key: 'forms:tooShort', params: limitsOf(issue) };
    case 'invalid_type':
      return { key: 'forms:required' };
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'forms:email' : 'forms:format' };
    default:
      return { key: 'forms:invalid' };
  }
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, number> {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  return {};
}

function withoutSecrets(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secretFields.test(name)));
}
