import '#web/app/styles.css';
import type { LoaderFunctionArgs } from '@remix-run/node';
import keepEn from './forms/kept/start.en.ts?worker&url';
import keepFr from './forms/kept/start.fr.ts?worker&url';
import { href, pages } from '#contracts/pages/index.ts';
import { Links, Meta, Outlet, Scripts, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Arrival } from './layout/Arrival.tsx';
import { Shell } from './layout/Shell.tsx';
import { Refusal, RefusalTitle } from './layout/Refusal.tsx';
import { rootDataOf, useRoot, type RootData } from './root-data.ts';
import { usePageScripts } from './scripts.ts';
import { useLanguage, useNonce } from './texts.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  return rootDataOf(context);
}

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const root = useRoot();
  const theme = { auto: 'pc-auto-theme', light: 'pc-light-theme', dark: 'qc-dark-theme' }[root?.theme ?? 'auto'];
  const nonce = useNonce();
  // Outside of a boundary the router gives null.
  const failed = useRouteError() != null;
  const scripted = usePageScripts() && root?.scripts !== false;
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'} className={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="color-scheme"
          content={{ auto: 'light dark', light: 'light', dark: 'dark' }[root?.theme ?? 'auto']}
        />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {failed ? <RefusalTitle /> : <Meta />}
        <Links />
      </head>
      <body>
        <Shell root={root}>{children}</Shell>
        <div
          id="pc-said"
          className="qc-sr-only"
          role="status"
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: '' }}
        />
        {root ? <KeepingScript keeping={root.keeping} /> : null}
        {scripted ? (
          <>
            <Arrival />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** Keeps what is typed in the page's forms; small, and alone on most pages. */
function KeepingScript({ keeping }: { keeping: RootData['keeping'] }) {
  const { account, key, taken, now } = keeping;
  return (
    <script
      id="pc-keep"
      nonce={useNonce()}
      // Browsers hide it from scripts.
      suppressHydrationWarning
      type="module"
      src={useLanguage() === 'fr' ? keepFr : keepEn}
      data-account={account}
      data-key={key}
      data-now={now}
      data-taken={taken}
      data-keeping={href(pages.accounts.keeping)}
      data-sign-in={href(pages.accounts.signIn)}
    />
  );
}

export default function App() {
  return <Outlet />;
}

/** Any refusal or fault below: its sentence, in the reader's language, in the page's usual frame. */
export function ErrorBoundary() {
  return <Refusal />;
}
