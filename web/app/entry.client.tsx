import { RemixBrowser } from '@remix-run/react';
import { StrictMode, useLayoutEffect, useState, type ReactNode } from 'react';
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

/**
 * While a page comes to life, React puts a text area that held a text back to that text (React 18): what was typed before is put back once it lives.
 */
function KeepsTyped({ children }: { children: ReactNode }) {
  const [typed] = useState(() =>
    [...document.querySelectorAll('textarea')]
      .filter(({ value, defaultValue }) => value !== defaultValue)
      .map((area) => ({ area, text: area.value })),
  );
  useLayoutEffect(() => {
    for (const { area, text } of typed) area.value = text;
  }, [typed]);
  return children;
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
        <KeepsTyped>
          <RemixBrowser />
        </KeepsTyped>
      </TextsProvider>
    </StrictMode>,
  );
}

void start();
