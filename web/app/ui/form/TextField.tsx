import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Field, useField, type FieldProps } from './Field.tsx';

export type FieldSize = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url';
  /** Says how long an answer is expected. */
  size?: FieldSize;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  maxLength?: number;
  /** Attributes for scripts that add to the page (`data-autosave`). */
  data?: Record<`data-${string}`, string>;
  readOnly?: boolean;
  defaultValue?: string;
  spellCheck?: boolean;
};

/** A line of text. What was typed comes back after a refusal, except passwords. */
export function TextField(props: TextFieldProps) {
  const {
    type = 'text',
    size = 'lg',
    autoComplete,
    inputMode,
    maxLength,
    data,
    readOnly,
    defaultValue,
    spellCheck,
  } = props;
  const field = useField(props);
  const secret = type === 'email' || type === 'password';
  return (
    <Field {...field}>
      <input
        id={field.id}
        name={props.name}
        type={type}
        className={`pc-size-${size}`}
        defaultValue={type === 'password' ? undefined : field.text || defaultValue}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        readOnly={readOnly}
        spellCheck={secret ? false : spellCheck}
        autoCapitalize={secret ? 'none' : undefined}
        {...field.aria}
        {...data}
      />
    </Field>
  );
}
