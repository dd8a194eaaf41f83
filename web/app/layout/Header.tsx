import { href, pages } from '#contracts/pages/index.ts';
import type { RootData } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Wordmark, language, help and the reader's menu. Neutral: the office's own signature comes by configuration. */
export function Header({ root }: { root: RootData | null }) {
  const t = useT();
  const user = root?.user ?? null;
  return (
    <header className="pc-header">
      <div className="pc-header-row">
        <a className="pc-wordmark" href={href(pages.public.home)}>
          <span className="pc-wordmark-name">{t('common:productName')}</span>
          <span className="pc-wordmark-tagline">{user ? t(`layout:kind.${user.kind}`) : t('layout:tagline')}</span>
        </a>
        <nav className="pc-header-menu" aria-label={t('layout:mainMenu')}>
          {user && user.kind !== 'officer' ? <a href={href(pages.dossier.list)}>{t('layout:myDossiers')}</a> : null}
          {user?.kind === 'merchant' ? <a href={href(pages.queue.list)}>{t('layout:queue')}</a> : null}
          {user?.kind === 'merchant' ? <a href={href(pages.participation.team)}>{t('layout:myTeam')}</a> : null}
          {user?.kind === 'mediator' ? <a href={href(pages.absences.list)}>{t('layout:myAbsences')}</a> : null}
          {user?.kind === 'officer' ? <a href={href(pages.office.home)}>{t('layout:office')}</a> : null}
          <a href={href(pages.public.help)}>{t('layout:help')}</a>
          <LanguageSwitch back={root ? root.url.path + root.url.search : href(pages.public.home)} />
          {user ? <AccountMenu name={user.name} /> : <a href={href(pages.accounts.signIn)}>{t('layout:signIn')}</a>}
        </nav>
      </div>
    </header>
  );
}

function AccountMenu({ name }: { name: string }) {
  const t = useT();
  return (
    <details className="pc-menu">
      <summary>
        <span className="qc-sr-only">{t('layout:accountMenu')} </span>
        <bdi>{name}</bdi>
      </summary>
      <div className="pc-menu-panel">
        <a href={href(pages.accounts.profile)}>{t('layout:profile')}</a>
        <a href={href(pages.accounts.security)}>{t('layout:security')}</a>
        <form method="post" action={href(pages.accounts.signOut)} data-leaves="">
          <button className="pc-link-button" type="submit">
            {t('layout:signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}
