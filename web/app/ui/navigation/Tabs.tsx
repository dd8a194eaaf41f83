import type { ReactNode } from 'react';

export type Tab = {
  to: string;
  label: ReactNode;
  /** Number beside the label, or the words for more than are counted. */
  count?: number | string;
  /** Words for what is new: « 1 nouveau ». */
  news?: ReactNode;
  current: boolean;
};

/** Tabs that are links: each has its address, opens without scripts, can be kept. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav className="pc-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <a href={tab.to} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="pc-tab-count"> ({tab.count})</span>}
              {tab.news ? <span className="pc-tab-news">{tab.news}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
