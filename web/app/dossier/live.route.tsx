import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../guards.ts';

/** Tells the scripts of a dossier's pages that something is new, as server-sent events (architecture §6): positions only, never what it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.dossier.live, args);
  const known = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('depuis');
  const { dossierId } = params;
  const { signal } = request;
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Neither compressed nor held back by what stands in between.
    'Cache-Control': 'private, no-transform',
    'X-Accel-Buffering': 'no',
  };
  const stream = await context.services.live.follow(user, {
    dossierId,
    known,
    signal,
    signedIn: context.session.lives,
  });
  if (request.method === 'HEAD') await stream.cancel();
  return new Response(request.method === 'HEAD' ? null : stream, { headers });
}
