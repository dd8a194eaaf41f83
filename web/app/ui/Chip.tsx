import type { ReactNode } from 'react';

/** A state in words: outline when it only informs, filled when it is the reader's turn. */
export function Chip({ children, filled = false }: { children: ReactNode; filled?: boolean }) {
  return <span className={`pc-chip${filled ? ' pc-chip-filled' : ''}`}>{children}</span>;
}
