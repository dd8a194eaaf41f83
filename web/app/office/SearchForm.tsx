import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';

/** Looks into a list: a form that goes to an address, so that a search can be bookmarked and works without scripts. */
export function SearchForm({ path, typed, hint }: { path: string; typed: string; hint: string }) {
  const t = useT();
  return (
    <form method="get" action={path} role="search" className="pc-form">
      <Field id="recherche" label={t('directory:search.label')} hint={hint} error={null} optional={false}>
        <input
          id="recherche"
          name="q"
          type="search"
          className="pc-size-lg"
          defaultValue={typed}
          autoComplete="off"
          aria-describedby="recherche-aide"
        />
      </Field>
      <ButtonGroup>
        <Button look="secondary" compact>
          {t('directory:search.submit')}
        </Button>
        {typed ? <a href={path}>{t('directory:search.clear')}</a> : null}
      </ButtonGroup>
    </form>
  );
}
