import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { rootDataOf, ServerRootContext } from './root-data.ts';
import { hasScripts, ScriptsContext } from './scripts.ts';
import { TextsProvider } from './texts.tsx';
import { wholePage } from './whole-page.ts';

/**
 * How long the framework waits for data that a loader did not wait for, in milliseconds. Ours wait for all of theirs; the framework holds a page's data in
 * memory until then.
 */
export const streamTimeout = 100;

/** Bounds a rendering that would never end. */
const longestRendering = 10_000;

/** Remix would print a fault in full, with the values that a driver quotes. */
export const handleError: HandleErrorFunction = (error, { context, request }) => {
  // Someone who left before the answer is no fault.
  if (!request.signal.aborted) context.fault(error);
};

// The parameters are Remix's.
// eslint-disable-next-line max-params
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', loadContext.language);
  loadContext.tellTaken();
  const { staticHandlerContext, routeModules } = remixContext;
  const scripted = staticHandlerContext.matches.some(({ route }) => hasScripts(routeModules[route.id]?.handle));
  const page = (context: EntryContext) => (
    <TextsProvider language={loadContext.language} t={loadContext.t} nonce={loadContext.nonce}>
      <ServerRootContext.Provider value={rootDataOf(loadContext)}>
        <ScriptsContext.Provider value={scripted}>
          <RemixServer context={context} url={request.url} nonce={loadContext.nonce} />
        </ScriptsContext.Provider>
      </ServerRootContext.Provider>
    </TextsProvider>
  );
  if (!scripted) {
    // Without scripts there is nobody to hand the data to, hence nothing to wait for.
    const html = renderToString(page({ ...remixContext, serverHandoffStream: undefined }));
    // As bytes: a text would be measured, and measured again, before it is sent.
    loadContext.page = Buffer.from(`<!DOCTYPE html>${html}`);
    return new Response(null, { headers, status });
  }
  const { html, failed } = await renderWithData(page(remixContext), loadContext);
  loadContext.page = html;
  return new Response(null, { headers, status: failed ? 500 : status });
}

/** The page, and after it the data that its scripts start from. */
function renderWithData(
  page: ReactElement,
  { nonce, fault }: AppLoadContext,
): Promise<{ html: Buffer<ArrayBuffer>; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        wholePage(pipe).then((html) => resolve({ html, failed }), reject);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error('render failed'));
      },
      onError(error) {
        failed = true;
        fault(error);
      },
    });
    const timer = setTimeout(abort, longestRendering);
  });
}
