import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { fieldId } from '../ui/form/form-context.ts';

type Props = {
  path: string;
  label: string;
  /** What may be looked for. */
  hint: string;
  typed: string;
  error: string | null;
};

/** Looks into a list. Sent in the body of a POST: whom one looks for stands in no address, so in no log, history nor `Referer` (ASVS 14.2.1, ADR 36). */
export function ListSearch({ path, label, hint, typed, error }: Props) {
  const t = useT();
  const id = fieldId('', 'words');
  return (
    <form method="post" action={path} role="search" className="pc-form" noValidate>
      <Field id={id} label={label} hint={hint} error={error} optional={false}>
        <input
          id={id}
          name="words"
          type="search"
          className="pc-size-lg"
          defaultValue={typed}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-aide ${id}-erreur` : `${id}-aide`}
        />
      </Field>
      <ButtonGroup>
        <Button look="secondary" compact name="intent" value="search">
          {t('lists:search.submit')}
        </Button>
        {typed ? <a href={path}>{t('lists:search.clear')}</a> : null}
      </ButtonGroup>
    </form>
  );
}
