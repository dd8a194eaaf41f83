import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Env } from '#config/env.ts';
import { httpStatusOf, type PlatformErrorCode } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { pageIdAt } from '#contracts/pages/match.ts';
import type { RefusalNotice } from './context.ts';
import { exchange, type FetchHandler } from './exchange.ts';
import { withRefusals } from './remix.ts';
import { tellRefusal } from './security-log/index.ts';
import { contextFactory } from './request-context.ts';
import { refusalFor } from './refusals.ts';
import type { Services } from './services/index.ts';

export type PageDeps = {
  env: Env;
  services: Services;
  log: Logger;
  now: () => Date;
  /** The built pages, or a function that gives them again at each request while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
};

/** Shows pages, and shows the page of a refusal for what failed before. */
export function pageHandler(deps: PageDeps): { show: RequestHandler; refuse: ErrorRequestHandler } {
  const { log } = deps;
  const handlerFor = handlersOf(deps);
  const makeContext = contextFactory(deps);

  async function show(request: Request, response: Response, refusal: RefusalNotice | null): Promise<void> {
    const handle = await handlerFor(request);
    const context = await makeContext(request, response, refusal);
    await exchange({ request, response }, { handle, context, origin: deps.env.PUBLIC_ORIGIN });
  }

  const showPage = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      await show(request, response, null);
    } catch (error) {
      next(error);
    }
  };

  const refusePage = async (error: unknown, request: Request, response: Response): Promise<void> => {
    const code: PlatformErrorCode = refusalFor(error);
    // An address without a page is no refused access: scanners make thousands.
    if (code !== 'access.not_found') tellRefusal(code, 'refusal');
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
      await show(request, response, { code, status: httpStatusOf(code) });
    } catch (failure) {
      log.error({ err: failure }, 'the refusal page failed');
      lastResort(response);
    }
  };
  // Both answer their own failures: Express 4 would not see a promise that is refused.
  return {
    show: (request, response, next) => void showPage(request, response, next),
    // Four arguments, or Express would not take it for one that handles errors.
    // eslint-disable-next-line max-params
    refuse: (error: unknown, request: Request, response: Response, _next) => void refusePage(error, request, response),
  };
}

/**
 * The framework's handler for a request: each page has one that knows no other page. The framework goes through all the routes that it is given
 * several times a request, to match the address and to render; given a hundred, that takes longer than rendering most pages.
 */
function handlersOf({ build: given, env }: PageDeps): (request: Request) => Promise<FetchHandler> {
  const mode = env.NODE_ENV === 'development' ? 'development' : 'production';
  const handlerOf = (build: ServerBuild): FetchHandler => createRequestHandler(build, mode);
  if (typeof given === 'function') return async () => handlerOf(withRefusals(await given()));

  const whole = handlerOf(withRefusals(given));
  const narrow = new Map<string, FetchHandler>();
  return async ({ originalUrl }) => {
    const id = pageIdAt(pathOf(originalUrl));
    if (id === null) return whole;
    const known = narrow.get(id);
    if (known) return known;
    const handler = handlerOf(withRefusals(onlyPage(given, id)));
    narrow.set(id, handler);
    return handler;
  };
}

/** The path that routes are matched with, of a page or of its data. */
function pathOf(address: string): string {
  const path = address.split('?', 1)[0] ?? '';
  return path === '/_root.data' ? '/' : path.replace(/\.data$/, '');
}

/** The build with one page and what stands around every page. */
function onlyPage(build: ServerBuild, id: string): ServerBuild {
  const only = <T>(routes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(routes).filter(([name]) => name === 'root' || name === id));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** When not even the refusal page can be made. Both languages, since nothing is known of the reader. */
function lastResort(response: Response): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.status(503).type('html').send(lastResortPage);
}

const lastResortPage = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Parle consommation</title>
<h1>Le service est momentanément indisponible</h1><p>Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes.</p>
<h1 lang="en">The service is unavailable for the moment</h1><p lang="en">What you had saved is kept. Please try again in a few minutes.</p></html>`;
