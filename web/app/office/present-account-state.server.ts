import type { Reader } from '#content/reader.ts';
import type { AccountStatusProps } from './AccountStatus.tsx';

/** Where an account stands, and the state of its invitation, in one line, for a list and its file. */
export function presentAccountState(
  { t, shortDay }: Reader,
  { state, linkUntil, mailFailed }: Omit<AccountStatusProps, 'now'>,
  now: string,
): string {
  const said = [t(`directory:state.${state}`)];
  if (state === 'invited' && linkUntil)
    said.push(t(`directory:${linkUntil > now ? 'linkUntil' : 'linkOver'}`, { date: shortDay(linkUntil) }));
  if (state === 'invited' && mailFailed) said.push(t('directory:mailFailed'));
  return said.join(' · ');
}
