import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../texts.tsx';

const themes = ['auto', 'light', 'dark'] as const;

/** Three buttons, the present one marked as pressed. */
export function ThemeSwitch({ theme, back }: { theme: (typeof themes)[number]; back: string }) {
  const t = useT();
  return (
    <form
      method="post"
      action={href(pages.accounts.preferences)}
      className="pc-theme"
      aria-label={t('layout:theme.label')}
    >
      <span aria-hidden="true">{t('layout:theme.label')}</span>
      <input type="hidden" name="back" value={back} />
      {themes.map((name) => (
        <button key={name} type="submit" name="theme" value={name} aria-pressed={name === theme}>
          {t(`layout:theme.${name}`)}
        </button>
      ))}
    </form>
  );
}
