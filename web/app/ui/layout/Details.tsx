import type { ReactNode } from 'react';

/** Folded text: opens without scripts. */
export function Details({
  summary,
  children,
  open = false,
  openWhenWide = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Unfolded beside the rest on a wide screen, under its button on a phone. */
  openWhenWide?: boolean;
}) {
  return (
    <details className={openWhenWide ? 'pc-details pc-details-wide' : 'pc-details'} open={open}>
      <summary>{summary}</summary>
      <div className="pc-details-body">{children}</div>
    </details>
  );
}
