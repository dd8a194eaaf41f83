/** Milliseconds after the last sign of a person during which they are taken to read what the page shows. */
export const readsFor = 60_000;

/** What a page can know of whether somebody looks at it; instants in milliseconds. */
type Presence = { visible: boolean; focused: boolean; lastSign: number; now: number };

/** Whether somebody is there: a page that is in view on a desk that nobody sits at is read by nobody (ADR 54). */
export function isAttended({ visible, focused, lastSign, now }: Presence): boolean {
  return visible && focused && now - lastSign <= readsFor;
}

/** The last of these that has its end in view, in a view of this height; null when none has. */
export function lastInView<Item extends { bottom: number }>(items: readonly Item[], height: number): Item | null {
  return items.findLast(({ bottom }) => bottom > 0 && bottom <= height) ?? null;
}
