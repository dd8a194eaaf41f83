import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createTexts } from '#content/texts/create.ts';
import { TextsProvider } from './texts.tsx';

/**
 * Waits until the data that came with the page are decoded. Remix makes its first rendering wait for them, and a key pressed at that moment
 * interrupts the hydration (React error 345): we wait for them in advance, by the promise that the component throws before any hook.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown;
  }
}

/** Only the page's own language is fetched. */
async function start(): Promise<void> {
  const language = document.documentElement.lang.startsWith('en') ? 'en' : 'fr';
  const [{ default: namespaces }] = await Promise.all([
    language === 'en' ? import('#content/texts/en/index.ts') : import('#content/texts/fr/index.ts'),
    dataDecoded(),
  ]);
  const { t } = createTexts(language, namespaces);
  hydrateRoot(
    document,
    <StrictMode>
      <TextsProvider language={language} t={t}>
        <RemixBrowser />
      </TextsProvider>
    </StrictMode>,
  );
}

void start();
