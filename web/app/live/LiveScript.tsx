import { useLanguage, useNonce } from '../texts.tsx';
import liveEn from './start.en.ts?worker&url';
import liveFr from './start.fr.ts?worker&url';

/**
 * Keeps the page as it is on the server while it is in view.
 *
 * @param position what the page shows is as of this.
 */
export function LiveScript({ address, position }: { address: string; position: string }) {
  return (
    <script
      id="pc-live"
      nonce={useNonce()}
      // Browsers hide it from scripts.
      suppressHydrationWarning
      type="module"
      src={useLanguage() === 'fr' ? liveFr : liveEn}
      data-address={address}
      data-position={position}
    />
  );
}
