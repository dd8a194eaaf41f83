import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '#content/texts/index.ts';
import { pages } from '#contracts/pages/index.ts';
import { letterCases } from '#domain/dossier/letters.ts';
import { enter } from '../../guards.ts';
import { letterWords } from './present-letter.server.ts';

/** A letter to a party that is awaited, in the language asked for (F-136, B-11): `?partie=merchant&modele=negotiation&langue=fr`. */
export function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.letter, args);
  const query = new URL(request.url).searchParams;
  return context.services.office.sendLetter(officer, {
    dossierId: params.dossierId,
    side: query.get('partie') === 'consumer' ? 'consumer' : 'merchant',
    about: letterCases.find((each) => each === query.get('modele')) ?? 'negotiation',
    words: letterWords(languageOf(query.get('langue') ?? context.language)),
  });
}
