import { useT } from '../texts.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Looks into a list: a form that goes to an address, so that a search can be kept and works without scripts. */
export function SearchForm({ path, typed, hint }: { path: string; typed: string; hint: string }) {
  const t = useT();
  return (
    <form method="get" action={path} role="search" className="pc-form pc-search">
      <TextField name="q" type="search" label={t('directory:search.label')} hint={hint} defaultValue={typed} optional />
      <Button look="secondary">{t('directory:search.submit')}</Button>
      {typed ? <a href={path}>{t('directory:search.clear')}</a> : null}
    </form>
  );
}
