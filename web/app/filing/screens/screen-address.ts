import { href, pages } from '#contracts/pages/index.ts';
import { screenSlugs, type ScreenCode } from '#contracts/schemas/filing-screens.ts';

/** The address of a screen of a filing, by its code. */
export function screenAddress(dossierId: string, screen: ScreenCode): string {
  return href(pages.filing.screen, { dossierId, screen: screenSlugs[screen] });
}

/** Where the words of a screen are: the contact details are the consumer's, whoever fills them in (F-071). */
export function screenTexts(screen: ScreenCode, { actsForConsumer }: { actsForConsumer: boolean }) {
  return `filing:screens.${screen === 'you' && actsForConsumer ? 'represented' : screen}` as const;
}
