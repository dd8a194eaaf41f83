import { helpAddress, href, pages } from '#contracts/pages/index.ts';
import type { RootData } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Who offers the service, its legal pages, and the appearance of pages. */
export function Footer({ root }: { root: RootData | null }) {
  const t = useT();
  return (
    <footer className="pc-footer">
      <div className="pc-footer-row">
        <nav aria-label={t('layout:footer.label')}>
          <ul className="pc-footer-links">
            <li>
              <a href={href(pages.public.terms)}>{t('layout:footer.terms')}</a>
            </li>
            <li>
              <a href={href(pages.public.confidentiality)}>{t('layout:footer.confidentiality')}</a>
            </li>
            <li>
              <a href={href(pages.public.privacy)}>{t('layout:footer.privacy')}</a>
            </li>
            <li>
              <a href={href(pages.public.accessibility)}>{t('layout:footer.accessibility')}</a>
            </li>
            <li>
              <a href={helpAddress('questions')}>{t('layout:footer.questions')}</a>
            </li>
            <li>
              <a href={helpAddress('contact')}>{t('layout:footer.reach')}</a>
            </li>
            {root ? (
              <li>
                <a href={`mailto:${root.settings.officeEmail}`}>{t('layout:footer.contact')}</a>
              </li>
            ) : null}
          </ul>
        </nav>
        {root ? <ThemeSwitch theme={root.theme} back={root.url.path + root.url.search} /> : null}
        {root ? (
          <p className="pc-footer-office">{t('layout:footer.office', { office: root.settings.officeName })}</p>
        ) : null}
      </div>
    </footer>
  );
}
