import type { ReactNode } from 'react';
import { useRoot } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { unbroken } from './unbroken.tsx';
import { Breadcrumb, type Crumb } from '../ui/navigation/Breadcrumb.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type PageProps = {
  title: ReactNode;
  /** Small line above the title: a number, a step. */
  subhead?: ReactNode;
  crumbs?: Crumb[];
  /** `reading` (825 px at most) for parties; `full` for staff's tables. */
  width?: 'reading' | 'full';
  /** Shown at the right of the title: a chip. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** A page's frame: where we are, its title, what was just done, then its content. One `h1`, one `main`. */
export function Page({ title, subhead, crumbs, width = 'reading', aside, children }: PageProps) {
  const t = useT();
  const root = useRoot();
  return (
    <main id="contenu" tabIndex={-1} className={`pc-page pc-page-${width}`}>
      {crumbs && crumbs.length > 0 ? <Breadcrumb crumbs={crumbs} /> : null}
      <div className="pc-page-head">
        <h1 tabIndex={-1}>
          {subhead ? <span className="qc-subhead">{unbroken(subhead)}</span> : null}
          {unbroken(title)}
        </h1>
        {aside ? <div className="pc-page-aside">{aside}</div> : null}
      </div>
      {root?.announced ? <Notice kind="success" title={t(root.announced)} live /> : null}
      {children}
    </main>
  );
}
