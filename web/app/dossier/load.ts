import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { dossierPaths } from '#contracts/dossier-paths.ts';

type Args = Pick<LoaderFunctionArgs, 'context' | 'params'>;

/** Opens the dossier of the address for the reader; a draft is completed on its own pages. */
export async function openFrom({ context, params }: Args) {
  const opened = await context.services.dossier.open(context.user, params.id ?? '');
  const draft = opened.state.status === 'draft' || opened.state.status === 'expired';
  if (draft && opened.side === 'consumer') throw redirect(dossierPaths.draft(opened.head.id));
  return opened;
}

/** The dossier with what stands around its tabs. */
export async function loadFrame(args: Args) {
  const { context } = args;
  const opened = await openFrom(args);
  const frame = await context.services.dossier.frame(opened, context.language, context.t);
  return { opened, frame };
}
