import type { ReactNode } from 'react';

/** Side by side on a wide screen, one under the other on a phone. `main-aside` gives the first two thirds. */
export function Columns({ children, shape = 'equal' }: { children: ReactNode; shape?: 'equal' | 'main-aside' }) {
  return <div className={`pc-columns pc-columns-${shape}`}>{children}</div>;
}
