import type { ReactNode } from 'react';

/** Pieces one under the other with the same space between them. */
export function Stack({ children, gap = 'md' }: { children: ReactNode; gap?: 'xs' | 'sm' | 'md' | 'lg' }) {
  return <div className={`pc-stack pc-gap-${gap}`}>{children}</div>;
}

/** Side by side on a wide screen, one under the other on a phone. `main-aside` gives the first two thirds. */
export function Columns({ children, shape = 'equal' }: { children: ReactNode; shape?: 'equal' | 'main-aside' }) {
  return <div className={`pc-columns pc-columns-${shape}`}>{children}</div>;
}
