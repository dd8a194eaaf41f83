import type { ReactNode } from 'react';
import { useT } from '../../texts.tsx';
import { fieldId, useFormState, valueAt } from './form-context.ts';
import { Icon } from '../Icon.tsx';

export type FieldProps = {
  name: string;
  /** @default the text `<texts of the form>.<name>.label` */
  label?: ReactNode;
  /** @default the text `<texts of the form>.<name>.hint`, when there is one */
  hint?: ReactNode;
  /** Says « facultatif » after the label; fields are required otherwise. */
  optional?: boolean;
  /** One of several fields that together ask for one answer, as the hint says: not required by itself. */
  eitherOf?: boolean;
};

/** What a control needs, from its name and the form around it. */
export function useField({ name, label, hint, optional, eitherOf }: FieldProps) {
  const t = useT();
  const { values, errors, texts, prefix } = useFormState();
  const id = fieldId(prefix, name);
  const bare = name.replace(/\[\]$/, '');
  const found = errors[bare] ?? errors[name];
  const error = found ? t(found.key, found.params ?? {}) : null;
  const shownHint = hint ?? (texts ? t(`${texts}.${bare}.hint`, { defaultValue: '' }) : '');
  const value = valueAt(values, name);
  return {
    id,
    error,
    hint: shownHint,
    label: label ?? (texts ? t(`${texts}.${bare}.label`) : bare),
    optional: optional ?? false,
    value,
    text: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    list: Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [],
    /** Attributes shared by every control. */
    aria: {
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby':
        [shownHint ? `${id}-aide` : '', error ? `${id}-erreur` : ''].filter(Boolean).join(' ') || undefined,
      'aria-required': optional || eitherOf ? undefined : (true as const),
    },
  };
}

type FieldFrameProps = {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  error: string | null;
  optional: boolean;
  className?: string;
  children: ReactNode;
};

/** Label above, then hint, control and error: the order in which they are read out. */
export function Field({ id, label, hint, error, optional, className = 'qc-textfield', children }: FieldFrameProps) {
  return (
    <div className={`${className} pc-field${error ? ' pc-invalid' : ''}`}>
      <label className="qc-label qc-bold" htmlFor={id}>
        <LabelText optional={optional}>{label}</LabelText>
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

export function LabelText({ optional, children }: { optional: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <span className="qc-label-text">
      {children}
      {optional ? <span className="pc-optional"> ({t('forms:optional')})</span> : null}
    </span>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div className="qc-description pc-hint" id={`${id}-aide`}>
      {children}
    </div>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div className="qc-form-error qc-xs-mt" id={`${id}-erreur`}>
      <Icon name="warning" />
      <span>{children}</span>
    </div>
  ) : null;
}
