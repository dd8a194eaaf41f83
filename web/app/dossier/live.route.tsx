import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { formId } from '#contracts/schemas/text.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { loadDossier } from './load-dossier.ts';

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

/** A message that came to an open page is before the eyes of someone who is there: it is not new any more (ADR 54). */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  try {
    const opened = await loadDossier(pages.dossier.live, args);
    const { values } = await readForm(request, z.looseObject({}));
    const sent = z.object({ message: formId }).safeParse(values);
    if (!sent.success) throw new AppError('form.invalid');
    await context.services.dossier.noteSeen(opened, { messageId: sent.data.message });
    return Response.json({});
  } catch (error) {
    return jsonRefusal(error, context.t);
  }
}
