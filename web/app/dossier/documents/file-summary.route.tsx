import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { openFrom } from '../load.ts';

/** « Résumé complet du dossier » as a file, made for who asks (D-04, F-035, F-143, A-03); `?partie=2` when it is a long one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const opened = await openFrom(pages.dossier.fileSummary, args);
  const part = new URL(request.url).searchParams.get('partie');
  return context.services.dossier.fileSummary(opened, part, context.language, context.t);
}
