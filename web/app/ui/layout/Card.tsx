import type { ReactNode } from 'react';

type CardProps = {
  title?: ReactNode;
  /** Level of the title in the page. */
  level?: 2 | 3 | 4;
  /** At the right of the title: a chip. */
  aside?: ReactNode;
  /** A line under the title: author, date. */
  meta?: ReactNode;
  /** Acts, at the bottom. */
  actions?: ReactNode;
  children?: ReactNode;
  id?: string;
};

/** A framed piece of a page: a proposal, a document, a choice. */
export function Card({ title, level = 2, aside, meta, actions, children, id }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="pc-card" {...(id ? { id } : {})}>
      {title || aside ? (
        <div className="pc-card-head">
          {title ? <Heading className="pc-card-title">{title}</Heading> : null}
          {aside}
        </div>
      ) : null}
      {meta ? <p className="pc-card-meta">{meta}</p> : null}
      {children}
      {actions ? <div className="pc-card-actions">{actions}</div> : null}
    </section>
  );
}
