import type { ReactNode } from 'react';
import { FieldError, FieldHint, LabelText, useField, type FieldProps } from './Field.tsx';

type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown under the choice; with scripts or without, always there. */
  children?: ReactNode;
  disabled?: boolean;
};

type GroupProps = FieldProps & {
  options: ChoiceOption[];
  /** Selected by default when nothing was typed or saved. */
  defaultValue?: string | string[];
  /** Framed choices, for few options with hints. */
  framed?: boolean;
  data?: Record<`data-${string}`, string>;
};

/** One answer among a few. */
export function RadioGroup(props: GroupProps) {
  return <Group {...props} type="radio" />;
}

/** Several answers; the name ends with `[]` so that the form reads a list. */
export function CheckboxGroup(props: GroupProps) {
  return <Group {...props} type="checkbox" />;
}

function Group(props: GroupProps & { type: 'radio' | 'checkbox' }) {
  const field = useField(props);
  const chosen = field.value === undefined ? [props.defaultValue ?? []].flat() : field.list;
  return (
    <fieldset
      className={`qc-fieldset pc-field${field.error ? ' qc-fieldset-invalid' : ''}`}
      id={field.id}
      tabIndex={-1}
      aria-describedby={field.aria['aria-describedby']}
      {...(props.type === 'radio' ? { role: 'radiogroup', 'aria-invalid': field.aria['aria-invalid'] } : {})}
    >
      <legend className="qc-label qc-bold">
        <LabelText optional={field.optional}>{field.label}</LabelText>
      </legend>
      <FieldHint id={field.id}>{field.hint}</FieldHint>
      <div className="qc-field-elements-flex qc-field-elements-flex-sm">
        {props.options.map((option) => (
          <ChoiceLine
            key={option.value}
            {...option}
            type={props.type}
            name={props.name}
            id={`${field.id}-${option.value}`}
            checked={chosen.includes(option.value)}
            framed={props.framed ?? false}
            data={props.data}
          />
        ))}
      </div>
      <FieldError id={field.id}>{field.error}</FieldError>
    </fieldset>
  );
}

type LineProps = ChoiceOption & {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  checked: boolean;
  framed: boolean;
  data: Record<`data-${string}`, string> | undefined;
};

function ChoiceLine({ type, name, id, value, label, hint, checked, framed, disabled, children, data }: LineProps) {
  return (
    <div className={`qc-check-row-parent pc-choice${framed ? ' pc-choice-framed' : ''}`}>
      <label className="qc-choicefield-label" htmlFor={id}>
        <input
          className="qc-choicefield"
          type={type}
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-aide` : undefined}
          {...data}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <div className="pc-choice-hint" id={`${id}-aide`}>
          {hint}
        </div>
      ) : null}
      {children ? <div className="pc-choice-more">{children}</div> : null}
    </div>
  );
}

/** A single box: a consent, an « j’ai lu ». Its value is `yes`. */
export function Checkbox(props: FieldProps & { defaultChecked?: boolean; data?: Record<`data-${string}`, string> }) {
  const field = useField(props);
  const checked =
    field.value === undefined ? (props.defaultChecked ?? false) : field.value === 'yes' || field.value === true;
  return (
    <div className={`qc-checkbox-single pc-field${field.error ? ' qc-checkbox-single-invalid' : ''}`}>
      <label className="qc-choicefield-label" htmlFor={field.id}>
        <input
          className="qc-choicefield"
          type="checkbox"
          id={field.id}
          name={props.name}
          value="yes"
          defaultChecked={checked}
          {...field.aria}
          {...props.data}
        />
        <span>{field.label}</span>
      </label>
      <FieldHint id={field.id}>{field.hint}</FieldHint>
      <FieldError id={field.id}>{field.error}</FieldError>
    </div>
  );
}
