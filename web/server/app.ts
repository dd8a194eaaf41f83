import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { Env } from '#config/env.ts';
import { httpStatusOf, type PlatformErrorCode } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { readableAddress } from './address.ts';
import type { RefusalNotice } from './context.ts';
import { closeInOrder } from './bodies/drop-rest.ts';
import { receiveBodies } from './bodies/receive-body.ts';
import { withBody } from './bodies/with-body.ts';
import { csrfGate } from './csrf.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes, type Probe } from './health.ts';
import { requestLog } from './log.ts';
import { withRefusals } from './remix.ts';
import { contextFactory } from './request-context.ts';
import { refusalFor } from './refusals.ts';
import type { Services } from './services/index.ts';

export type AppDeps = {
  env: Env;
  services: Services;
  log: Logger;
  now: () => Date;
  /** The built pages, or a function that returns the current ones at each request during development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built browser files; null when Vite serves them. */
  assets: string | null;
  /** Vite's own middleware while developing. */
  developer?: RequestHandler;
  probes: Record<string, Probe>;
};

/** The web process's Express application. The order matters: see each line's reason. */
export function createApp(deps: AppDeps): Express {
  const { env, log } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', env.TRUST_PROXY_HOPS);
  app.set('query parser', 'simple');
  app.use(closeInOrder());
  // Probes answer even while everything else refuses.
  app.use(healthRoutes(deps.probes));
  app.use(requestLog(log));
  app.use(...securityHeaders({ https: env.PUBLIC_ORIGIN.startsWith('https:'), hotReload: Boolean(deps.developer) }));
  app.use(compression());
  if (deps.developer) app.use(deps.developer);
  if (deps.assets) serveAssets(app, deps.assets);
  app.use(readableAddress(env.PUBLIC_ORIGIN));
  // Before the body: what another site sends is not received.
  app.use(csrfGate(env.PUBLIC_ORIGIN));
  // No body parser here: Remix reads the stream itself, once it is counted.
  app.use(receiveBodies());
  const handlers = pageHandler(deps);
  app.use(handlers.show);
  app.use(handlers.refuse);
  return app;
}

function serveAssets(app: Express, folder: string): void {
  const file = (response: Response) => response.removeHeader('Cache-Control');
  app.use('/assets', (_request, response, next) => (file(response), next()));
  app.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true, index: false }),
  );
  app.use('/assets', (_request, response) => void response.status(404).type('txt').send('Not found'));
  app.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }));
}

function pageHandler(deps: AppDeps): { show: RequestHandler; refuse: ErrorRequestHandler } {
  const { env, log } = deps;
  const makeContext = contextFactory(deps);
  const mode = env.NODE_ENV === 'development' ? 'development' : 'production';
  const given = deps.build;
  const handlerOf = (build: ServerBuild, refusal: RefusalNotice | null) =>
    createRequestHandler({
      build: withRefusals(build),
      mode,
      getLoadContext: (req, res) => makeContext(req, res, refusal),
    });
  // Remix computes its routes at a handler's first request: built pages reuse theirs.
  const kept = typeof given === 'function' ? null : handlerOf(given, null);
  const handler = async (refusal: RefusalNotice | null = null) =>
    (refusal ? null : kept) ?? handlerOf(typeof given === 'function' ? await given() : given, refusal);

  const showPage = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const show = await handler();
      await show(withBody(request), response, next);
    } catch (error) {
      next(error);
    }
  };

  const refusePage = async (error: unknown, request: Request, response: Response): Promise<void> => {
    const code: PlatformErrorCode = refusalFor(error);
    if (code === 'platform.unexpected' || code === 'platform.unavailable') log.error({ err: error }, 'request failed');
    // Express would print the fault whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    try {
      const scripted = request.originalUrl.split('?')[0]?.endsWith('.data');
      request.originalUrl = `${href(pages.public.refusal)}${scripted ? '.data' : ''}`;
      request.method = 'GET';
      const refusal = { code, status: httpStatusOf(code) };
      const show = await handler(refusal);
      await show(request, response, (failure: unknown) => lastResort(response, failure ?? error));
    } catch (failure) {
      log.error({ err: failure }, 'the refusal page failed');
      lastResort(response, failure);
    }
  };
  // Both answer their own failures: Express 4 does not see a rejected promise.
  return {
    show: (request, response, next) => void showPage(request, response, next),
    // Four arguments, otherwise Express would not treat it as an error handler.
    // eslint-disable-next-line max-params
    refuse: (error: unknown, request: Request, response: Response, _next) => void refusePage(error, request, response),
  };
}

/** When not even the refusal page can be made. Both languages, since nothing is known of the reader. */
function lastResort(response: Response, _failure: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.status(503).type('html').send(lastResortPage);
}

const lastResortPage = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Parle consommation</title>
<h1>Le service est momentanément indisponible</h1><p>Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes.</p>
<h1 lang="en">The service is unavailable for the moment</h1><p lang="en">What you had saved is kept. Please try again in a few minutes.</p></html>`;
