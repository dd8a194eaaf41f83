import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type ServerBuild,
} from '@remix-run/node';
import { AppError, httpStatusOf, isErrorCode, type ErrorCode } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { href, pages, pagesById, withQuery } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { refusalOf, secondsToWait, type Refusal } from '#contracts/refusal.ts';
import { isRecord, propertyOf } from '#contracts/unknown-values.ts';
import { admit } from '#web/app/guards.ts';
import { keyOf } from '#web/app/forms/read-form.ts';
import { sentFormOf } from '#web/app/forms/sent-form.ts';
import { typedIn, typedInReply } from '#web/app/forms/read-typed.ts';
import { hasScripts } from '#web/app/scripts.ts';
import type { Typed } from '#web/app/forms/typed-values.ts';
import { stepDue } from './first-visit.ts';
import { isDatabaseAway } from './refusals.ts';
import { askedFor, tell, tellRefusal } from './security-log/index.ts';

type Route = Pick<Page, 'enters' | 'acts' | 'opensFirst' | 'opensBeforeFactor' | 'leaves' | 'ids'> & {
  /** Its name in the address book; `root` for what stands around every page. */
  id: string;
  /** Has a page of its own; the others answer with data, a file or another address. */
  paged: boolean;
  /** Its page works with scripts. */
  scripted: boolean;
};

/** What stands around every page reads for everyone. */
const shell = {
  enters: 'anyone',
  acts: 'anyone',
  opensFirst: true,
  opensBeforeFactor: true,
  leaves: null,
  ids: [],
} as const;
type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'context' | 'params' | 'request'>;

/**
 * Stands around every loader and action of the pages, as the address book says of each (contracts/pages):
 * - anyone it does not let in is refused, or sent to sign in;
 * - a person who has not finished the first visit is sent to do that first (F-012, F-017, F-018, F-021, A-20), whatever they ask for, and comes
 *   back afterwards; what they sent by a form comes back to them with the refusal;
 * - an invalid id in an address is 404;
 * - a form sent again to a dossier that its first sending closed to its author leads where the first one led (the list of dossiers), and says so;
 * - refusals (`AppError`, `DomainError`, known by their code) become error responses with the code and its status, and the page shows the code's
 *   sentence; who is not signed in is sent to sign in. What has no page (a download, a preference) is refused with the sentence alone. A form refused
 *   as a whole comes back on its page with what could be kept of it (`reply`); one whose page can no longer show it leaves what it held with the
 *   refusal. Known by shape and not by class, because the bundle of pages has its own copy of the classes;
 * - a fault is logged without its message, and is 503 when the database is away.
 */
export function withRefusals(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  // What stands around a page goes with its scripts where it has some.
  const withScripts = Object.values(build.routes).some((entry) => hasScripts(entry?.module.handle));
  for (const [id, entry] of Object.entries(build.routes)) {
    if (!entry) continue;
    const { loader, action } = entry.module;
    const page = id === 'root' ? shell : pagesById[id];
    if (!page) throw new Error(`route ${id} is not in the address book`);
    const { default: component, handle } = entry.module;
    const scripted = id === 'root' ? withScripts : hasScripts(handle);
    const route = { ...page, id, paged: component !== undefined, scripted };
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

const signIn = href(pages.accounts.signIn);

async function read(route: Route, args: Args, run: () => unknown): Promise<unknown> {
  const { context } = args;
  const suite = context.url.path + context.url.search;
  const step = stepDue(context.user, route);
  if (step) throw redirect(withQuery(step.path, { suite }), 303);
  try {
    demandIds(route, args);
    tellAsked(route, args);
    admit(route.enters, context.user);
    const found = await run();
    if (context.user?.kind === 'officer' && route.id !== 'root') {
      tell('office.read', { page: route.id, subject: Object.values(args.params).join(' ') || null });
    }
    return route.paged && !route.scripted && !context.scripted ? forThePageAlone(found) : found;
  } catch (error) {
    const refusal = refusalIn(error, route, context);
    if (!refusal) throw error;
    if (refusal.code === 'auth.required') throw redirect(withQuery(signIn, { suite }), 303);
    // The page of a refused form may be refused too (the dossier was closed meanwhile): what was typed goes with the refusal.
    throw route.paged ? answer({ ...refusal, typed: context.unsent }) : inWords(context, refusal);
  }
}

async function act(route: Route, args: Args, run: () => unknown): Promise<unknown> {
  const { context } = args;
  const step = stepDue(context.user, route);
  if (step) return notYet(route, args, step);
  demandKeeper(args);
  if (route.acts !== 'anyone' && !context.user) return notYet(route, args, { code: 'auth.required', path: signIn });
  try {
    demandIds(route, args);
    tellAsked(route, args);
    admit(route.acts, context.user);
    const done = await run();
    const refused = refusedIn(done);
    if (refused) {
      tellRefusal(refused.code, route.id);
      tellWait(refused, context);
    }
    context.refused ||= statusIn(done) >= 400;
    context.unsent = typedInReply(done);
    if (isRedirect(done)) await letGo(args);
    return done;
  } catch (error) {
    const refusal = refusalIn(error, route, context);
    if (!refusal) throw error;
    if (refusal.code === 'auth.required') return notYet(route, args, { code: 'auth.required', path: signIn });
    // Refused before its form was read, as to a mediator from whom the dossier was taken while they wrote: the words are theirs still.
    const typed = await typedIn(args.request);
    if (refusal.code === 'access.not_found' && (await isDone(route, args))) return leadToList(args);
    if (!route.paged) throw inWords(context, refusal);
    const { reply } = error as { reply?: unknown };
    if (reply === undefined) throw answer({ ...refusal, typed });
    context.refused = true;
    return reply;
  }
}

/**
 * Data that the page is made of and that nothing else will read: what is found in them is found, but they are empty to the framework, which
 * writes out the data of every page for its scripts, also of one that has none.
 */
function forThePageAlone(found: unknown): unknown {
  const plain = typeof found === 'object' && found !== null && Object.getPrototypeOf(found) === Object.prototype;
  return plain ? (Object.create(found) as unknown) : found;
}

/**
 * Refuses a form sent before what must come first. What was typed is not lost: a page shows it, to be sent again afterwards; a page that saves while
 * typing is left as it is.
 */
async function notYet(
  { paged }: Route,
  { context, request }: Args,
  { code, path }: { code: ErrorCode; path: string },
): Promise<unknown> {
  const refusal = { code, params: {} };
  const status = httpStatusOf(code);
  if (context.scripted)
    return data({ values: {}, errors: {}, refusal, formKey: context.newKey(), form: '' }, { status });
  if (!paged) throw answer(refusal);
  throw Response.json({ ...refusal, first: path, typed: await typedIn(request) }, { status });
}

/** Whether a form for a dossier that opens to its sender no more was carried out before. */
async function isDone({ leaves }: Route, { context, params, request }: Args): Promise<boolean> {
  const { user, services } = context;
  const { dossierId } = params;
  if (!user || !isUuid(dossierId)) return false;
  const key = sentFormOf(request)?.key;
  const form = { key: key === undefined ? null : keyOf(key), leaves };
  return services.dossier.doneBefore({ userId: user.id, dossierId }, form);
}

async function leadToList(args: Args): Promise<Response> {
  await letGo(args);
  args.context.announce('forms:doneBefore');
  return redirect(href(pages.dossier.list), 303);
}

/** A page saves what is typed in it for its own account, and for nobody who signed in from the same browser meanwhile. */
function demandKeeper({ context, request }: Args): void {
  const account = request.headers.get('kept-for');
  // A page that was opened before a change of the secret names the account as it did then.
  const known = [context.keeping, ...context.formerKeepings];
  if (account === null || known.some((one) => one.account === account)) return;
  throw answer({ code: context.user ? 'auth.other_account' : 'auth.required', params: {} });
}

/** What the address book calls an id is a UUID; anything else is refused, so that no query receives it. */
function demandIds({ ids }: Route, { params }: Args): void {
  if (!ids.every((name) => isUuid(params[name]))) throw new AppError('access.not_found');
}

/** Says which page is asked for: what an officer reads by exception is written down by its name. */
function tellAsked({ id, ids }: Route, { params }: Args): void {
  if (id === 'root') return;
  const others = ids.filter((name) => name !== 'dossierId').map((name) => params[name]);
  askedFor(id, others.join(' '));
}

/** The refusal that an error is; a fault that makes no page of its own is logged here. */
function refusalIn(error: unknown, { id, paged }: Route, context: AppLoadContext): Refusal | null {
  const refusal = refusalOf(error);
  if (refusal) {
    tellRefusal(refusal.code, id);
    tellWait(refusal, context);
  }
  if (refusal || error instanceof Response) return refusal;
  const away = isDatabaseAway(error);
  if (!away && paged) return null;
  context.fault(error);
  return { code: away ? 'platform.unavailable' : 'platform.unexpected', params: {} };
}

function answer(refusal: Refusal & { typed?: Typed | null }): Response {
  return Response.json(refusal, { status: httpStatusOf(refusal.code as ErrorCode) });
}

/** A refusal for a browser that asked for a file: nothing would translate its code there. */
function inWords({ t }: AppLoadContext, { code, params }: Refusal): Response {
  const sentence = t([`errors:${code}`, 'errors:platform.unexpected'], params);
  return new Response(sentence, {
    status: httpStatusOf(code as ErrorCode),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** The form was taken: nothing of it is kept any more, here or in the browser. */
async function letGo({ context, request }: Args): Promise<void> {
  const { user, services, url, fault } = context;
  const form = sentFormOf(request);
  if (!form) return;
  context.take(form.key);
  if (!user || form.kept === 0) return;
  // The act is done: that its words stay a while longer is no reason to say otherwise.
  const text = { userId: user.id, form: `${url.path}|${form.name}`, seen: form.kept };
  await services.keptTexts.forget(text).catch(fault);
}

/** Whether the form was taken: its page leads elsewhere. */
function isRedirect(done: unknown): boolean {
  return done instanceof Response && done.status >= 300 && done.status < 400;
}

/** The refusal that a form came back with (web/app/forms/attempt.ts). */
function refusedIn(done: unknown): Refusal | null {
  const refusal = propertyOf(propertyOf(done, 'data'), 'refusal');
  const [code, params] = [propertyOf(refusal, 'code'), propertyOf(refusal, 'params')];
  return isErrorCode(code) ? { code, params: isRecord(params) ? params : {} } : null;
}

function tellWait(refusal: Refusal, context: AppLoadContext): void {
  const seconds = secondsToWait(refusal);
  if (seconds !== null) context.retryAfter(seconds);
}

/** Status of what an action answers: a `Response`, what `data` makes, or plain data. */
function statusIn(done: unknown): number {
  if (done instanceof Response) return done.status;
  const init = (done as { init?: { status?: unknown } | null } | null | undefined)?.init;
  return typeof init?.status === 'number' ? init.status : 200;
}
