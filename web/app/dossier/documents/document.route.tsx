import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';

/** The bytes of a document, for anyone who may read it. */
export function loader(args: LoaderFunctionArgs) {
  const { user, params } = enter(pages.dossier.document, args);
  return args.context.services.documents.send({ user, ...params });
}
