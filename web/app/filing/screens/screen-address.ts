import { href, pages } from '#contracts/pages/index.ts';
import { screenSlugs, type ScreenCode } from '#contracts/schemas/filing-screens.ts';

/** The address of a screen of a filing, by its code. */
export function screenAddress(dossierId: string, screen: ScreenCode): string {
  return href(pages.filing.screen, { dossierId, screen: screenSlugs[screen] });
}
