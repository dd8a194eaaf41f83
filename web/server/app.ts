import { readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Response } from 'express';
import { readableAddress } from './http/address.ts';
import { closeInOrder } from './bodies/drop-rest.ts';
import { receiveBodies } from './bodies/receive-body.ts';
import { csrfGate } from './http/csrf.ts';
import { securityHeaders } from './http/headers.ts';
import { healthRoutes, type Probe } from './http/health.ts';
import { knownMethods } from './http/methods.ts';
import { requestLog } from './log.ts';
import { pageHandler, type PageDeps } from './page-handler.ts';
import { securityLog } from './security-log/index.ts';

export type AppDeps = PageDeps & {
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
  // Every answer has them, also those of probes and refusals.
  app.use(...securityHeaders({ https: env.PUBLIC_ORIGIN.startsWith('https:'), hotReload: Boolean(deps.developer) }));
  // Probes answer even while everything else refuses.
  app.use(healthRoutes(deps.probes));
  app.use(securityLog({ log, secrets: env.secrets }));
  app.use(requestLog(log));
  app.use(knownMethods());
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
    express.static(path.join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      setHeaders: sayCharset,
    }),
  );
  app.use('/assets', (_request, response) => void response.status(404).type('txt').send('Not found'));
  // Named beforehand: the disk is not asked at each page whether it is a file.
  const files = new Set(readdirSync(folder).map((name) => `/${name}`));
  const plain = express.static(folder, { maxAge: '1h', index: false, redirect: false, setHeaders: sayCharset });
  app.use((request, response, next) => (files.has(request.path) ? plain(request, response, next) : next()));
}

/** Text in XML says its encoding as other text does (ASVS 4.1.1). Asked before the type is known by the file's ending. */
function sayCharset(response: ServerResponse, file: string): void {
  if (file.endsWith('.svg')) response.setHeader('Content-Type', 'image/svg+xml; charset=utf-8');
}
