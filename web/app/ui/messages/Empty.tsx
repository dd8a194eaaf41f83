import type { ReactNode } from 'react';

/** An empty list: why it is empty, and what to do. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="pc-empty">
      <p className="pc-empty-title">{title}</p>
      {children}
    </div>
  );
}
