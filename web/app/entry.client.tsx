import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createTexts } from '#content/texts/create.ts';
import { TextsProvider } from './texts.tsx';

/** Only the page's own language is fetched. */
async function start(): Promise<void> {
  const language = document.documentElement.lang.startsWith('en') ? 'en' : 'fr';
  const { default: namespaces } =
    language === 'en' ? await import('#content/texts/en/index.ts') : await import('#content/texts/fr/index.ts');
  const { t } = createTexts(language, namespaces);
  // In one go: a key pressed in the middle of a hydration cut in slices breaks it off (React error 345).
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
