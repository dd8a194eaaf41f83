import type { ReactNode } from 'react';

type Look = 'primary' | 'secondary' | 'tertiary' | 'danger' | 'simple';

type ButtonProps = {
  children: ReactNode;
  look?: Look;
  compact?: boolean;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Address that this button sends the form to, when not the form's own. */
  formAction?: string;
  /** Leaves out the browser's own checks: for « enregistrer et revenir plus tard ». */
  formNoValidate?: boolean;
  form?: string;
  /** For what scripts alone do; needs `type="button"`. */
  onClick?: () => void;
};

/** One primary button per page: the act expected now. The label says the act. */
export function Button({ children, look = 'primary', compact = false, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button className={classOf(look, compact)} type={type} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = { children: ReactNode; to: string; look?: Look; compact?: boolean; download?: boolean };

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ children, to, look = 'primary', compact = false, download = false }: LinkButtonProps) {
  return (
    <a className={classOf(look, compact)} href={to} {...(download ? { download: true } : {})}>
      {children}
    </a>
  );
}

/** Buttons side by side, wrapping on a phone. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="qc-button-group pc-button-group">{children}</div>;
}

function classOf(look: Look, compact: boolean): string {
  return `qc-button qc-${look}${compact ? ' qc-compact' : ''}`;
}
