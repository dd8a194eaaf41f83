import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** A band across the page, for what concerns everyone: a demonstration, planned work. */
export function GeneralAlert({ kind = 'general', children }: { kind?: 'general' | 'warning'; children: ReactNode }) {
  return (
    <div className={`qc-general-alert ${kind}`}>
      <div className="qc-general-alert-elements pc-alert">
        <Icon name={kind === 'warning' ? 'warning' : 'information'} />
        <div className="qc-alert-content">
          <p>{children}</p>
        </div>
      </div>
    </div>
  );
}
