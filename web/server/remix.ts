import type { ServerBuild } from '@remix-run/node';

type Thrown = { code?: unknown; params?: unknown; status?: unknown; name?: unknown };

/**
 * Lets loaders and actions throw refusals (`AppError`, `DomainError`, known by their code): the page gets an error response
 * with the code and its status, and shows the code's sentence. Known by shape and not by class, because the bundle of pages
 * has its own copy of the classes.
 */
export function withRefusals(build: ServerBuild, statusOf: (code: string) => number): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader ? { loader: async (args) => await refusing(() => loader(args), statusOf) } : {}),
        ...(action ? { action: async (args) => await refusing(() => action(args), statusOf) } : {}),
      },
    };
  }
  return { ...build, routes };
}

async function refusing(run: () => unknown, statusOf: (code: string) => number): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw Response.json(refusal, { status: statusOf(refusal.code) });
  }
}

/** The code of a refusal, or null for anything else (a Response, a fault). */
export function refusalOf(error: unknown): { code: string; params: Record<string, unknown> } | null {
  if (!(error instanceof Error)) return null;
  const { name, code, params } = error as Thrown;
  if ((name !== 'AppError' && name !== 'DomainError') || typeof code !== 'string') return null;
  return { code, params: params !== null && typeof params === 'object' ? (params as Record<string, unknown>) : {} };
}
