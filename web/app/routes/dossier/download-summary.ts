import type { LoaderFunctionArgs } from '@remix-run/node';
import { openFrom } from '../../dossier/load.ts';

/** « Résumé complet du dossier » as a file, made for who asks (F-035, F-143, A-03). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await openFrom(args);
  return context.services.dossier.fileSummary(opened, context.language, context.t);
}
