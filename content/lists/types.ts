/** One choice of a list: its code, never changed once used, and its labels (B-12). */
export type ListItem = {
  code: string;
  fr: string;
  en: string;
  /** Code of the item above it, in a list of two levels. */
  parent?: string;
};
