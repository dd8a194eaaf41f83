import type { ReactNode } from 'react';

export type SummaryItem = {
  label: ReactNode;
  value: ReactNode;
  /** Link to where it is changed, with the words that say what (« Modifier l’adresse »). */
  change?: { to: string; label: ReactNode };
};

/** What was answered, with a way to change each answer: for reviews. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  return (
    <dl className="pc-summary">
      {items.map((item, position) => (
        <div key={position} className="pc-summary-row">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.change ? (
            <dd className="pc-summary-change">
              <a href={item.change.to}>{item.change.label}</a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** Terms and their values, without acts. Empty values are left out. */
export function DescriptionList({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return <SummaryList items={shown} />;
}
