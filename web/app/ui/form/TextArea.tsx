import { Field, useField, type FieldProps } from './Field.tsx';

export type TextAreaProps = FieldProps & {
  rows?: number;
  /** Said in the hint's place by the page; enforced by the server, so that a paste is never cut silently. */
  data?: Record<`data-${string}`, string>;
  defaultValue?: string;
};

/** Several lines of text, growing by hand. */
export function TextArea(props: TextAreaProps) {
  const field = useField(props);
  return (
    <Field {...field}>
      <textarea
        id={field.id}
        name={props.name}
        rows={props.rows ?? 6}
        className="pc-size-xl"
        defaultValue={field.text || props.defaultValue}
        {...field.aria}
        {...props.data}
      />
    </Field>
  );
}
