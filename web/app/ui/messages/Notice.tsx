import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon.tsx';

type NoticeKind = 'information' | 'warning' | 'error' | 'success' | 'neutral';

const icons: Record<NoticeKind, IconName> = {
  information: 'information',
  warning: 'warning',
  error: 'error',
  success: 'success',
  neutral: 'note',
};

type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears (status message, WCAG 4.1.3). */
  live?: boolean;
  id?: string;
};

/** A framed message, said by its title, its icon and its colour. */
export function Notice({ kind = 'information', title, children, live = false, id }: NoticeProps) {
  return (
    <div className={`qc-notice qc-${kind} pc-notice`} {...(id ? { id } : {})} {...(live ? { role: 'status' } : {})}>
      <div className="icon-container">
        <Icon name={icons[kind]} />
      </div>
      <div className="content-container">
        <div className="content">
          {title ? <p className="pc-notice-title">{title}</p> : null}
          {children}
        </div>
      </div>
    </div>
  );
}
