import { presentAgreementPreview, presentDocumentText } from '#content/agreement/preview.ts';
import { nameOf, sentence } from '#content/named.ts';
import { readerOf, type Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { Acceptance } from '#web/server/services/dossier/proposals/acceptance.ts';
import { lineWords } from '../present-version.server.ts';

/** The page where a version is accepted, in words. */
export function presentAcceptance(reader: Reader, acceptance: Acceptance) {
  const { dossierId, version, mediation, left, preview, messagesDays, canCounter } = acceptance;
  const document = readerOf(acceptance.documentLanguage);
  return {
    version,
    other: nameOf(reader, acceptance.with),
    /** It begins a sentence. */
    proposedBy: sentence(nameOf(reader, acceptance.proposedBy)),
    mediation,
    left,
    preview: presentAgreementPreview(reader, preview, lineWords(reader, acceptance.documentTitles)),
    /** Where the document is in another language than the page, what it will say. */
    documentText:
      document.language === reader.language
        ? null
        : presentDocumentText(document, preview, lineWords(document, acceptance.documentTitles)),
    days: messagesDays,
    counter: canCounter ? href(pages.dossier.propose, { dossierId }) : null,
  };
}
