import type { ReactNode } from 'react';

/** Folded text: opens without scripts. */
export function Details({
  summary,
  children,
  open = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="pc-details" open={open}>
      <summary>{summary}</summary>
      <div className="pc-details-body">{children}</div>
    </details>
  );
}
