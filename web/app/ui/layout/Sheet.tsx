import type { ReactNode } from 'react';

/** Something to read as a document: the draft agreement, the terms. Looks like a sheet of paper, readable on a phone. */
export function Sheet({
  title,
  level = 2,
  children,
  scroll = false,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
  scroll?: boolean;
}) {
  const Heading = `h${level}` as const;
  return (
    <article className={`pc-sheet${scroll ? ' pc-sheet-scroll' : ''}`} {...(scroll ? { tabIndex: 0 } : {})}>
      {title ? <Heading className="pc-sheet-title">{title}</Heading> : null}
      {children}
    </article>
  );
}
