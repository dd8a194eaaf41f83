import { useT } from '../texts.tsx';
import { TextField } from '../ui/form/TextField.tsx';

type Props = {
  /** The name of the group of fields, with its dot. */
  under?: `${string}.` | '';
  /** The names asked for are the reader's own, which the browser knows. */
  own?: boolean;
};

/** A person's names, one of which is enough. */
export function NameFields({ under = '', own = false }: Props) {
  const t = useT();
  return (
    <>
      <TextField
        name={`${under}firstName`}
        autoComplete={own ? 'given-name' : 'off'}
        hint={t('forms:oneNameHint')}
        eitherOf
      />
      <TextField name={`${under}lastName`} autoComplete={own ? 'family-name' : 'off'} eitherOf />
    </>
  );
}
