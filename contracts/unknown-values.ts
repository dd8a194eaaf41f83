/** True for an object that may be read by any name: a form's values, the body of a refusal. Not for null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

/** A property of something of unknown shape, such as a caught error; undefined when it has none of that name. */
export function propertyOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
