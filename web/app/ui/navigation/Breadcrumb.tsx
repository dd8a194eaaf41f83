import type { ReactNode } from 'react';
import { useT } from '../../texts.tsx';

/** A step of the path; without `to` it is the present page. */
export type Crumb = { label: ReactNode; to?: string };

/** Where we are: « Mes dossiers › 2026-004182 ». */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT();
  return (
    <nav className="pc-breadcrumb" aria-label={t('layout:breadcrumb')}>
      <ol>
        {crumbs.map((crumb, position) => (
          <li key={position}>
            {crumb.to ? <a href={crumb.to}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
