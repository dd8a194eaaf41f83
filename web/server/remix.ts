import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type ServerBuild,
} from '@remix-run/node';
import { AppError, httpStatusOf, type ErrorCode } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { typedIn } from '#web/app/forms/typed.ts';
import { openFirst, stepDue } from './first-visit.ts';
import { isDatabaseAway, refusalOf, type Refusal } from './refusals.ts';
import { typedWords } from './typed-words.ts';

type Route = { id: string; open: boolean; paged: boolean };
type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'context' | 'params' | 'request'>;

/**
 * Stands around every loader and action of the pages:
 * - who has something of the first visit left to do is sent to do it first (F-012, F-017, F-018, F-021, A-20), whatever they ask for, and comes
 *   back afterwards; what they sent by a form comes back to them with the refusal;
 * - an id of an address that is no id is that of nothing: 404;
 * - refusals (`AppError`, `DomainError`, known by their code) become error responses with the code and its status, and the page shows the
 *   code's sentence; who is not signed in is sent to sign in. What has no page (a download, a preference) is refused with the sentence
 *   alone. A form refused as a whole comes back on its page with what could be kept of it (`reply`); one whose page can no longer show it
 *   leaves what it held with the refusal. Known by shape and not by class, because the bundle of pages has its own copy of the classes;
 * - a fault is logged without its message, and is 503 when the database is away.
 */
export function withRefusals(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, entry] of Object.entries(build.routes)) {
    if (!entry) continue;
    const { loader, action } = entry.module;
    const route = { id, open: openFirst.has(id), paged: entry.module.default !== undefined };
    routes[id] = {
      ...entry,
      module: {
        ...entry.module,
        ...(loader ? { loader: (args) => read(route, args, () => loader(args)) } : {}),
        ...(action ? { action: (args) => act(route, args, () => action(args)) } : {}),
      },
    };
  }
  return { ...build, routes };
}

async function read(route: Route, args: Args, run: () => unknown): Promise<unknown> {
  const { context } = args;
  const back = encodeURIComponent(context.url.path + context.url.search);
  const step = route.open ? null : stepDue(context.user);
  if (step) throw redirect(`${step.path}?suite=${back}`, 303);
  try {
    demandIds(route, args);
    return await run();
  } catch (error) {
    const refusal = refusalIn(error, route, context);
    if (!refusal) throw error;
    if (refusal.code === 'auth.required') throw redirect(`/connexion?suite=${back}`, 303);
    // A refused form's page may be refused itself (the dossier is closed meanwhile): what was typed goes with the refusal.
    throw route.paged ? answer({ ...refusal, unsent: context.unsent }) : inWords(context, refusal);
  }
}

async function act(route: Route, args: Args, run: () => unknown): Promise<unknown> {
  const { context } = args;
  const step = route.open ? null : stepDue(context.user);
  if (step) return notYet(route, args, step.code, step.path);
  if (!route.open && !context.user) return notYet(route, args, 'auth.required', '/connexion');
  try {
    demandIds(route, args);
    const done = await run();
    context.refused ||= statusIn(done) >= 400;
    context.unsent = typedWords(done);
    return done;
  } catch (error) {
    const refusal = refusalIn(error, route, context);
    if (!refusal) throw error;
    if (refusal.code === 'auth.required') return notYet(route, args, 'auth.required', '/connexion');
    if (!route.paged) throw inWords(context, refusal);
    const { reply } = error as { reply?: unknown };
    if (reply === undefined) throw answer(refusal);
    context.refused = true;
    return reply;
  }
}

/**
 * Refuses a form sent before what must come first. What was typed is not lost: a page shows it, to be sent again afterwards; a page that saves as
 * one types stays as it is.
 */
async function notYet({ paged }: Route, { context, request }: Args, code: ErrorCode, path: string): Promise<unknown> {
  const refusal = { code, params: {} };
  const status = httpStatusOf(code);
  if (context.scripted)
    return data({ values: {}, errors: {}, refusal, formKey: context.newKey(), form: '' }, { status });
  if (!paged) throw answer(refusal);
  throw Response.json({ ...refusal, first: path, typed: await typedIn(request) }, { status });
}

/** Ids in addresses are UUIDs; what is not goes no further, so that no query meets it. */
function demandIds({ id }: Route, { params }: Args): void {
  if (id === 'root') return;
  for (const [name, value] of Object.entries(params))
    if (/^id$|Id$/.test(name) && !isUuid(value)) throw new AppError('access.not_found');
}

/** The refusal that an error is; a fault that makes no page of its own is logged here. */
function refusalIn(error: unknown, { paged }: Route, context: AppLoadContext): Refusal | null {
  const refusal = refusalOf(error);
  if (refusal || error instanceof Response) return refusal;
  const away = isDatabaseAway(error);
  if (!away && paged) return null;
  context.fault(error);
  return { code: away ? 'platform.unavailable' : 'platform.unexpected', params: {} };
}

function answer(refusal: Refusal & { unsent?: string[] }): Response {
  return Response.json(refusal, { status: httpStatusOf(refusal.code as ErrorCode) });
}

/** A refusal for a browser that asked for a file: nothing would put its code into words there. */
function inWords({ t }: AppLoadContext, { code, params }: Refusal): Response {
  const sentence = t([`errors:${code}`, 'errors:platform.unexpected'], params);
  return new Response(sentence, {
    status: httpStatusOf(code as ErrorCode),
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}

/** Status of what an action answers: a `Response`, what `data` makes, or plain data. */
function statusIn(done: unknown): number {
  if (done instanceof Response) return done.status;
  const init = (done as { init?: { status?: unknown } | null } | null | undefined)?.init;
  return typeof init?.status === 'number' ? init.status : 200;
}
