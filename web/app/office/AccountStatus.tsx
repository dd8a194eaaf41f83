import { formatShortDay } from '#content/texts/format.ts';
import { useLanguage, useT } from '../texts.tsx';
import { Chip } from '../ui/Chip.tsx';

export type AccountStatusProps = {
  state: 'invited' | 'active' | 'removed';
  linkUntil: string | null;
  mailFailed: boolean;
  /** Instant of the page, to say whether the link still works. */
  now: string;
};

/** Where an account stands, and the state of its invitation. */
export function AccountStatus({ state, linkUntil, mailFailed, now }: AccountStatusProps) {
  const t = useT();
  const language = useLanguage();
  const link = state === 'invited' && linkUntil ? (linkUntil > now ? 'linkUntil' : 'linkOver') : null;
  return (
    <>
      <Chip>{t(`directory:state.${state}`)}</Chip>
      {link && linkUntil ? <div>{t(`directory:${link}`, { date: formatShortDay(language, linkUntil) })}</div> : null}
      {state === 'invited' && mailFailed ? <div>{t('directory:mailFailed')}</div> : null}
    </>
  );
}
