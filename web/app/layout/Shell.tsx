import type { ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import type { RootData } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { GeneralAlert } from '../ui/messages/GeneralAlert.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';

/** The frame of every page: skip link, header, the page, footer. */
export function Shell({ root, children }: { root: RootData | null; children: ReactNode }) {
  const t = useT();
  return (
    <div className="pc-shell">
      <a className="pc-skip" href="#contenu">
        {t('layout:skip')}
      </a>
      {root?.settings.demo ? (
        <GeneralAlert label={t('layout:demoLabel')}>
          {t('layout:demoBanner')} <a href={href(pages.accounts.demonstration)}>{t('layout:demoPeople')}</a>
        </GeneralAlert>
      ) : null}
      <Header root={root} />
      {children}
      <Footer root={root} />
    </div>
  );
}
