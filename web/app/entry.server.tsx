import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { rootDataOf, ServerRootContext } from './root-data.ts';
import { TextsProvider } from './texts.tsx';
import { wholePage } from './whole-page.ts';

/** Loaders are awaited, so pages are sent whole; this bounds a render that would never end. */
export const streamTimeout = 10_000;

/** Remix would print a fault in full, with the values that a driver quotes. */
export const handleError: HandleErrorFunction = (error, { context }) => context.fault(error);

// The parameters are Remix's.
// eslint-disable-next-line max-params
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce, language, t, fault } = loadContext;
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <TextsProvider language={language} t={t} nonce={nonce}>
        <ServerRootContext.Provider value={rootDataOf(loadContext)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </ServerRootContext.Provider>
      </TextsProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          headers.set('Content-Language', language);
          wholePage(pipe).then(
            (html) => resolve(new Response(html, { headers, status: failed ? 500 : status })),
            reject,
          );
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error('render failed'));
        },
        onError(error) {
          failed = true;
          fault(error);
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}
