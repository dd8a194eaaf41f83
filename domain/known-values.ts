/** The keys of a record whose keys are known, in their order, with their type. */
export function keysOf<Known extends object>(known: Known): (keyof Known & string)[] {
  return Object.keys(known) as (keyof Known & string)[];
}

/** A record with a value for each of the keys. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key, index: number) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key, index) => [key, valueOf(key, index)])) as Record<Key, Value>;
}

/** True when a value is one of those of a closed list. */
export function isOneOf<Known extends string>(list: readonly Known[], value: unknown): value is Known {
  return list.some((known) => known === value);
}
