import type { ReactNode } from 'react';

/** The number of a dossier or of a code stays on one line: a browser breaks it after its hyphen. Longer runs of digits, as people may write them, are left to break. */
export function unbroken(text: ReactNode): ReactNode {
  if (typeof text !== 'string') return text;
  const parts = text.split(/((?<!\d)\d{4}-\d{6,9}(?!\d))/);
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="pc-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
