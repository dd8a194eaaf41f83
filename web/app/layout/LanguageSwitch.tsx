import { href, pages } from '#contracts/pages/index.ts';
import { useLanguage, useT } from '../texts.tsx';

/** Shows the same page in the other language. A form, since the choice is saved: links must change nothing. */
export function LanguageSwitch({ back }: { back: string }) {
  const t = useT();
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  return (
    <form method="post" action={href(pages.accounts.preferences)} className="pc-inline-form">
      <input type="hidden" name="back" value={back} />
      <button
        className="pc-link-button"
        type="submit"
        name="language"
        value={other}
        lang={other}
        title={t('layout:switchLanguage')}
      >
        {t('layout:otherLanguage')}
      </button>
    </form>
  );
}
