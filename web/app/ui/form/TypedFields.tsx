import { useLanguage, useT } from '../../texts.tsx';
import { Field, useField, type FieldProps } from './Field.tsx';

type Data = { data?: Record<`data-${string}`, string>; defaultValue?: string };

/** A civil date, `YYYY-MM-DD`. `min` and `max` help the browser's calendar; the server checks. */
export function DateField(props: FieldProps & Data & { min?: string; max?: string }) {
  const t = useT();
  const field = useField({ ...props, hint: props.hint ?? t('forms:dateHint') });
  return (
    <Field {...field}>
      <input
        id={field.id}
        name={props.name}
        type="date"
        className="pc-size-md"
        min={props.min}
        max={props.max}
        defaultValue={field.text || props.defaultValue}
        {...field.aria}
        {...props.data}
      />
    </Field>
  );
}

/**
 * An amount in dollars, typed as people write it (« 1 234,56 »); the server reads it with `parseMoney`. Its sign stands where the language
 * writes it: after in French, before in English.
 */
export function MoneyField(props: FieldProps & Data) {
  const t = useT();
  const before = useLanguage() === 'en';
  const field = useField({ ...props, hint: props.hint ?? t('forms:moneyHint') });
  return (
    <Field {...field}>
      <span className="pc-money">
        {before ? <span aria-hidden="true">$</span> : null}
        <input
          id={field.id}
          name={props.name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="pc-size-sm"
          defaultValue={field.text || props.defaultValue}
          {...field.aria}
          {...props.data}
        />
        {before ? null : <span aria-hidden="true">$</span>}
      </span>
    </Field>
  );
}

type FileFieldProps = FieldProps & {
  /** Types offered by the picker: `.pdf,.jpg`. The server looks at the bytes. */
  accept?: string;
  multiple?: boolean;
  /** Opens a phone's camera. */
  capture?: 'environment';
  data?: Record<`data-${string}`, string>;
};

/** One or several files. The form around it needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const field = useField(props);
  return (
    <Field {...field} className="qc-textfield pc-file">
      <input
        id={field.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture}
        {...field.aria}
        {...props.data}
      />
    </Field>
  );
}
