import { label } from '#content/lists/index.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { remedyLines, type LineWords, type RemedyLines } from '#content/texts/remedy-lines.ts';
import { buildAgreement, type PartySource } from '#domain/agreement/model.ts';
import type { PartyView, ProposalContent } from '#domain/agreement/types.ts';
import { isRepresented, type Author } from '#domain/dossier/index.ts';
import type { Contact } from '#db/dossiers/identity.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { nameOf } from './names.ts';
import type { Opened } from './reader.ts';

/** The agreement that a proposal would make, as a page shows it on a sheet (F-094, A-14). */
export type SheetView = {
  number: string;
  source: string;
  consumer: PartyView;
  merchant: PartyView;
  mediator: string | null;
  about: string;
  remedies: RemedyLines[];
  terms: string;
};

/** The sheet of a proposal; `content` may be changed by the page as it is typed. */
export function sheetOf(
  opened: Opened,
  what: { content: ProposalContent; author: Author; number: number; version: number },
  words: LineWords,
  language: Language,
  t: Translate,
): SheetView {
  const { head, state } = opened;
  const represented = isRepresented(state) ? (head.representative?.name ?? null) : null;
  const model = buildAgreement({
    dossierNumber: head.number,
    proposalVersion: what.version,
    author: what.author,
    consumer: partyOf(head.consumer, represented),
    merchant: partyOf(head.merchant, head.handler?.name ?? null),
    mediator: what.author === 'mediator' ? (head.mediator?.name ?? null) : null,
    problemTitle: head.title,
    content: what.content,
  });
  return {
    number: model.dossierNumber,
    source: t('proposals:sheet.version', {
      number: what.number,
      version: what.version,
      author: nameOf(opened, what.author, t),
    }),
    consumer: model.consumer,
    merchant: model.merchant,
    mediator: model.mediator,
    about: model.problemTitle || label('problemKinds', head.problemKind, language),
    remedies: remedyLines(model.remedies, remedyCatalogue(language), words, language),
    terms: model.terms,
  };
}

function partyOf(contact: Contact, actedBy: string | null): PartySource {
  return { ...contact, actedBy };
}
