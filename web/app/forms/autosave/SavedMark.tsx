import { useT } from '../../texts.tsx';

type Props = {
  /** Hour or instant, in words; null when nothing is saved. */
  savedAt: string | null;
  /** Where `saved` is said: a filing is read by others, a draft by its author alone. */
  texts?: 'forms:drafts' | 'forms:kept.shared';
};

/** Where what is being typed stands; the script that keeps it writes on from here (forms/kept/says.ts). */
export function SavedMark({ savedAt, texts = 'forms:drafts' }: Props) {
  const t = useT();
  return (
    <div data-kept-says="" suppressHydrationWarning>
      <p className="pc-saved" suppressHydrationWarning>
        {savedAt ? t(`${texts}.saved`, { time: savedAt }) : null}
      </p>
    </div>
  );
}
