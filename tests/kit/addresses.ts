import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A route as it was built. */
export type BuiltRoute = {
  /** Its name in the address book: `dossier.messages`. */
  id: string;
  /** `/dossiers/:dossierId`; `/*` for addresses that are no page. */
  path: string;
  hasLoader: boolean;
  hasAction: boolean;
};

const assets = path.resolve('build/web/client/assets');

/** Every route of the product, from what was built of the address book: a new one is among them at once. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const files = (await readdir(assets)).filter((name) => name.startsWith('manifest-'));
  if (files.length !== 1) throw new Error(`one manifest is built, not ${files.length}`);
  const script = await readFile(path.join(assets, files[0]!), 'utf8');
  const manifest = JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as {
    routes: Record<string, Omit<BuiltRoute, 'path'> & { path?: string }>;
  };
  return Object.values(manifest.routes)
    .filter(({ id }) => id !== 'root')
    .map((route) => ({ ...route, path: `/${route.path ?? ''}` }));
}

/** An address of a route, its parameters filled in. */
export function addressOf(route: string, params: Record<string, string>): string {
  return route.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no ${name} for ${route}`);
    return encodeURIComponent(value);
  });
}

/** Parameters that are no ids, each with a word that there is. */
const words: Record<string, string> = { screen: 'bien', token: 'jeton', theme: 'mediation', queue: 'mediations' };

/** An address of a route with ids of nothing that is there. */
export function addressOfNothing({ path: route }: BuiltRoute): string {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return addressOf(route, Object.fromEntries(names.map((name) => [name, words[name] ?? randomUUID()])));
}
