import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

const root = path.resolve(import.meta.dirname, '../..');

export type Pages = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  assets: string | null;
  developer?: RequestHandler;
  close(): Promise<void>;
};

/** The pages as `remix vite:build` left them in build/web. */
export async function builtPages(): Promise<Pages> {
  const file = path.join(root, 'build/web/server/index.js');
  const build: ServerBuild = await import(pathToFileURL(file).href);
  return { build, assets: path.join(root, 'build/web/client'), close: async () => {} };
}

/** The pages from their sources, reloaded as they change. Vite is loaded here only: production does not have it. */
export async function developedPages(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true } });
  return {
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    assets: null,
    developer: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
  };
}
