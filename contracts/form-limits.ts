/** A form's key: the page's random one, a dot, the form's name. */
export const formKeyShape = /^[\w.:-]{8,140}$/;

/** What a form without files may hold. The longest form of the platform, a message, is a hundredth of it. */
export const formLimits = {
  /** Whole body, as sent. */
  bytes: 1_000_000,
  /** Fields, the same name given twice counted twice. */
  fields: 1_000,
  /** Characters of a field's name. */
  nameLength: 200,
  /** Characters of a field's value. */
  valueLength: 200_000,
  /** Names within a name, `a.b.c`. */
  depth: 6,
} as const;
