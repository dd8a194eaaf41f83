import { redirect, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import { typedWords } from './typed-words.ts';

type Thrown = { code?: unknown; params?: unknown; status?: unknown; name?: unknown };

/** Pages that open to who has not accepted the texts in force: everyone's own, and the account's. */
const openRoutes = /^(root|routes\/(public|account)\/)/;

/**
 * Stands around every loader and action of the pages:
 * - merchants and mediators who have not accepted the terms and the undertaking in force are sent to them first (F-018, A-20), whatever
 *   page they ask for;
 * - refusals (`AppError`, `DomainError`, known by their code) become error responses with the code and its status, and the page shows the
 *   code's sentence, and what a refused form held when its page can no longer show it; who is not signed in is sent to sign in. A
 *   download has no page: its refusal is the sentence alone. Known by shape and not by class, because the bundle of pages has its own
 *   copy of the classes.
 */
export function withRefusals(build: ServerBuild, statusOf: (code: string) => number): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    const gated = !openRoutes.test(id);
    const paged = route.module.default !== undefined;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader
          ? {
              loader: async (args) =>
                await guarded(args.context, { gated, reading: true, paged }, () => loader(args), statusOf),
            }
          : {}),
        ...(action
          ? {
              action: async (args) =>
                await guarded(args.context, { gated, reading: false, paged }, () => action(args), statusOf),
            }
          : {}),
      },
    };
  }
  return { ...build, routes };
}

async function guarded(
  context: AppLoadContext,
  { gated, reading, paged }: { gated: boolean; reading: boolean; paged: boolean },
  run: () => unknown,
  statusOf: (code: string) => number,
): Promise<unknown> {
  const back = encodeURIComponent(context.url.path + context.url.search);
  if (gated && context.user?.termsDue) throw redirect(`/engagement?suite=${back}`, 303);
  try {
    const answer = await run();
    if (!reading) context.typed = typedWords(answer);
    return answer;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (refusal.code === 'auth.required' && reading) throw redirect(`/connexion?suite=${back}`, 303);
    const status = statusOf(refusal.code);
    if (reading && !paged) throw inWords(context, refusal, status);
    // A refused form's page may be refused itself (the dossier is closed meanwhile): what was typed goes with the refusal.
    throw Response.json({ ...refusal, typed: context.typed }, { status });
  }
}

/** A refusal for a browser that asked for a file: nothing would put its code into words there. */
function inWords({ t }: AppLoadContext, { code, params }: Refusal, status: number): Response {
  const sentence = t([`errors:${code}`, 'errors:platform.unexpected'], params);
  return new Response(sentence, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}

type Refusal = { code: string; params: Record<string, unknown> };

/** The code of a refusal, or null for anything else (a Response, a fault). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { name, code, params } = error as Thrown;
  if ((name !== 'AppError' && name !== 'DomainError') || typeof code !== 'string') return null;
  return { code, params: params !== null && typeof params === 'object' ? (params as Record<string, unknown>) : {} };
}
