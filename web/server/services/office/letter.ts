import type { LetterModel } from '#content/documents/letter.ts';
import { docxType } from '#contracts/docx-type.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { AppError } from '#contracts/errors.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { fittingLetters, type LetterCase } from '#domain/dossier/letters.ts';
import type { Side } from '#domain/dossier/types.ts';
import { compute } from '#web/server/compute/index.ts';
import { attachmentHeaders } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { demand, loadDossier } from '../dossier/open-dossier/load-dossier.ts';
import { addresseeOf, peopleToReach } from './reach.ts';

/** How a letter is worded, and what its file is called. */
export type LetterWords = { document(facts: LetterModel): DocumentModel; fileName(number: string): string };

/**
 * The Office's letter to a side that is awaited, or that the mediator asks it to reach (F-136), to be printed: names, postal address, number and dates, as far as
 * domain/access shows them.
 *
 * @throws AppError `office.not_awaited` for a letter that does not fit the dossier; `access.not_found`, `access.denied`, `dossier.purged`, `platform.busy`.
 */
export async function sendLetter(
  deps: Pick<ServiceDeps, 'db' | 'env' | 'now'>,
  officer: CurrentUser,
  { dossierId, side, about, words }: { dossierId: string; side: Side; about: LetterCase; words: LetterWords },
): Promise<Response> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { state, summaryRow, now } = opened;
  const fits = fittingLetters(state, now).find((letter) => letter.side === side && letter.about === about);
  if (!fits) throw new AppError('office.not_awaited');
  demand(opened, 'contacts');
  const { number } = summaryRow;
  const people = peopleToReach(opened);
  const named = (party: Side) => people.find((each) => each.side === party)?.name ?? '';
  const model: LetterModel = {
    ...{ number, about, since: fits.since },
    officeName: deps.env.OFFICE_NAME,
    officeEmail: deps.env.OFFICE_EMAIL,
    address: deps.env.PUBLIC_ORIGIN,
    today: todayInQuebec(now),
    to: addresseeOf(people, side),
    consumerName: named('consumer'),
    merchantName: named('merchant'),
  };
  return compute.documents.inTurn(officer.id, async (call) => {
    const document = { ...words.document(model), address: '' };
    const made = await call('documentPart', { document, part: 1 });
    if (!made) throw new AppError('access.not_found');
    const fileName = words.fileName(number);
    return new Response(new Uint8Array(made.bytes), {
      headers: attachmentHeaders({ mediaType: docxType, byteSize: made.bytes.byteLength, fileName }),
    });
  });
}
