import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';

type GeneralAlertProps = {
  /** What the band is, for those who move from region to region. */
  label: string;
  kind?: 'general' | 'warning';
  children: ReactNode;
};

/** A band across the page, for what concerns everyone: a demonstration, planned work. */
export function GeneralAlert({ label, kind = 'general', children }: GeneralAlertProps) {
  return (
    <section className={`qc-general-alert ${kind}`} aria-label={label}>
      <div className="qc-general-alert-elements pc-alert">
        <Icon name={kind === 'warning' ? 'warning' : 'information'} />
        <div className="qc-alert-content">
          <p>{children}</p>
        </div>
      </div>
    </section>
  );
}
