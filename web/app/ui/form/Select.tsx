import { useT } from '../../texts.tsx';
import { Field, useField, type FieldProps } from './Field.tsx';
import type { FieldSize } from './TextField.tsx';

type Option = { value: string; label: string };
type OptionGroup = { label: string; options: Option[] };

export type SelectProps = FieldProps & {
  options: (Option | OptionGroup)[];
  /** First, empty line; none when false. @default « Choisir » */
  prompt?: string | false;
  size?: FieldSize;
  data?: Record<`data-${string}`, string>;
  defaultValue?: string;
};

/** A native list: works everywhere, keyboard and phone included. */
export function Select(props: SelectProps) {
  const t = useT();
  const field = useField(props);
  const { prompt = t('forms:choosePrompt'), size = 'lg' } = props;
  return (
    <Field {...field} className="qc-textfield pc-select">
      <select
        id={field.id}
        name={props.name}
        className={`pc-size-${size}`}
        defaultValue={field.text || (props.defaultValue ?? '')}
        {...field.aria}
        {...props.data}
      >
        {prompt === false ? null : <option value="">{prompt}</option>}
        {props.options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((inner) => (
                <OptionLine key={inner.value} {...inner} />
              ))}
            </optgroup>
          ) : (
            <OptionLine key={option.value} {...option} />
          ),
        )}
      </select>
    </Field>
  );
}

function OptionLine({ value, label }: Option) {
  return <option value={value}>{label}</option>;
}
