import type { LetterModel } from '#content/documents/letter.ts';
import { docxType } from '#contracts/docx-type.ts';
import type { DocumentModel } from '#content/documents/render-docx.ts';
import { AppError } from '#contracts/errors.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { turn } from '#domain/dossier/turn.ts';
import { isRepresented } from '#domain/dossier/state/parties.ts';
import { isRunning } from '#domain/dossier/state/statuses.ts';
import type { Side } from '#domain/dossier/types.ts';
import { compute } from '#web/server/compute/index.ts';
import { attachmentHeaders } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

/** Sides that the dossier waits for, as anybody may know it (requirements §6); none when it is over. */
export function awaitedSides({ status, turn: who }: { status: OpenDossier['state']['status']; turn: string }): Side[] {
  if (!isRunning(status)) return [];
  return (['consumer', 'merchant'] as const).filter((side) => who === side || who === 'both');
}

/** How a letter is worded, and what its file is called. */
export type LetterWords = { document(facts: LetterModel): DocumentModel; fileName(number: string): string };

/**
 * The Office's letter to a side that is awaited (F-136), to be printed: names, postal address, number and dates.
 *
 * @throws AppError `office.not_awaited` for a side that is not; `access.not_found`, `dossier.purged`, `platform.busy`.
 */
export async function sendLetter(
  deps: Pick<ServiceDeps, 'db' | 'env' | 'now'>,
  officer: CurrentUser,
  { dossierId, side, words }: { dossierId: string; side: Side; words: LetterWords },
): Promise<Response> {
  const opened = await loadDossier(deps, officer, dossierId);
  const { state, summaryRow, now } = opened;
  const { who, since } = turn(state, now);
  if (!since || !awaitedSides({ status: state.status, turn: who }).includes(side)) {
    throw new AppError('office.not_awaited');
  }
  const { number, consumer, merchant } = summaryRow;
  const model: LetterModel = {
    number,
    officeName: deps.env.OFFICE_NAME,
    officeEmail: deps.env.OFFICE_EMAIL,
    address: deps.env.PUBLIC_ORIGIN,
    today: todayInQuebec(now),
    to: addressee(opened, side),
    consumerName: consumer.name,
    merchantName: merchant.name,
    since,
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

function addressee({ summaryRow, state }: OpenDossier, side: Side) {
  const { consumer, merchant, representative, handler, respondent } = summaryRow;
  const party = side === 'consumer' ? consumer : merchant;
  const acts = side === 'consumer' ? (isRepresented(state) ? representative : null) : (handler ?? respondent);
  return {
    name: party.name,
    attention: acts?.name ?? null,
    lines: [party.addressLine, [party.city, party.province, party.postalCode].filter(Boolean).join(' ')],
  };
}
