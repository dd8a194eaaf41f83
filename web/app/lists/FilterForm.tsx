import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { CheckboxGroup } from '../ui/form/Choice.tsx';
import { Select } from '../ui/form/Select.tsx';

/** One thing that a list is narrowed by. `all`: the first line, for no narrowing; none when null. */
export type Filter = {
  name: string;
  label: string;
  all: string | null;
  value: string;
  options: { value: string; label: string }[];
  /** Those that are chosen, where several may be: boxes instead of a list. */
  several?: readonly string[];
};

/** What is chosen, in words: it tells a page from others of its title. */
export function filterSaid(filters: readonly Filter[]): string[] {
  return filters.flatMap(({ value, several, options }) =>
    options.filter((each) => (several ?? [value]).includes(each.value)).map(({ label }) => label),
  );
}

type Props = {
  path: string;
  filters: Filter[];
  /** What the address asks besides and goes on asking. */
  stays?: Record<string, string | null>;
  /** Words of its button, where what is chosen is not a part of a whole that can be seen again. @default « Filtrer » */
  submit?: string;
};

/** Narrows a list by codes: a form that goes to an address, so that it can be bookmarked and works without scripts. Nobody's words go in it. */
export function FilterForm({ path, filters, stays = {}, submit }: Props) {
  const t = useT();
  if (filters.length === 0) return null;
  return (
    <form method="get" action={path} className="pc-form pc-filters">
      {filters.map(({ name, label, all, value, options, several }) =>
        several ? (
          <CheckboxGroup key={name} name={name} label={label} eitherOf options={options} defaultValue={[...several]} />
        ) : (
          <Select
            key={name}
            name={name}
            label={label}
            eitherOf
            size="md"
            prompt={all ?? false}
            options={options}
            defaultValue={value}
          />
        ),
      )}
      {Object.entries(stays).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <ButtonGroup>
        <Button look="secondary" compact>
          {submit ?? t('lists:filters.narrow')}
        </Button>
        {submit ? null : <a href={path}>{t('lists:search.clear')}</a>}
      </ButtonGroup>
    </form>
  );
}
