import type { Translate } from '#content/texts/index.ts';

type EmptyList = {
  /** The position after which the page begins. */
  after: string | null;
  narrowed: boolean;
  /** Sentences for a list that is narrowed to nothing, and for one that holds nothing. */
  such: string;
  none: string;
  /** Below the last. */
  note?: string | null;
};

/** What a list without rows says: nothing more after this place, nothing of what it is narrowed to, or nothing at all. */
export function emptyList(t: Translate, { after, narrowed, such, none, note = null }: EmptyList) {
  if (after) return { title: t('lists:end'), note: null };
  return narrowed ? { title: such, note: null } : { title: none, note };
}
