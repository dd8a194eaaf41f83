import { useT } from '../../texts.tsx';

/** Next and previous page of a list; an absent address is an end. */
export function Pager({ previous, next }: { previous?: string | null; next?: string | null }) {
  const t = useT();
  if (!previous && !next) return null;
  return (
    <nav className="pc-pager" aria-label={t('layout:pager.label')}>
      {previous ? (
        <a rel="prev" href={previous}>
          {t('layout:pager.previous')}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a rel="next" href={next}>
          {t('layout:pager.next')}
        </a>
      ) : null}
    </nav>
  );
}
