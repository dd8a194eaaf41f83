import type { Reader } from '#content/reader.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { DossierProposals } from '#web/server/services/dossier/proposals/proposals.ts';
import { presentCard } from './present-card.server.ts';
import { lineWords } from './present-version.server.ts';

/** Characters of older versions that one page shows whole. */
const charactersShown = 100_000;

/** « Tableau des propositions » in words: newest first. */
export function presentProposals(reader: Reader, page: DossierProposals) {
  const { t, dateTime } = reader;
  const { dossierId, mediation, restricted, draftSavedAt } = page;
  const links = linksOf(page);
  if (restricted !== null) {
    return {
      restricted: t('proposals:restricted', { count: restricted }),
      mediation,
      mediator: page.mediator,
      cards: [],
      earlier: null,
      later: null,
      acts: links,
      compareAny: null,
      table: null,
      draft: null,
      emptyText: '',
    };
  }
  const empty = page.mediator ? 'mediator' : links.make ? 'party' : 'readOnly';
  return {
    restricted: null,
    mediation,
    mediator: page.mediator,
    cards: presentCards(reader, page),
    earlier:
      page.earlier > 0
        ? { count: page.earlier, to: `${href(pages.dossier.proposals, { dossierId })}?page=${page.page + 1}` }
        : null,
    later:
      page.page > 1
        ? `${href(pages.dossier.proposals, { dossierId })}${page.page > 2 ? `?page=${page.page - 1}` : ''}`
        : null,
    acts: links,
    compareAny: page.versions > 1 ? href(pages.dossier.compare, { dossierId }) : null,
    table: page.proposals.length > 1 ? href(pages.dossier.proposalsTable, { dossierId }) : null,
    draft: draftSavedAt
      ? {
          text: t('proposals:draftWaiting', { date: dateTime(draftSavedAt) }),
          to: href(pages.dossier.propose, { dossierId }),
        }
      : null,
    emptyText: t(`proposals:empty.${empty}`),
  };
}

/** `older` versions beyond what a page holds are named only, and read by comparing. */
function presentCards(reader: Reader, { dossierId, proposals, documentTitles }: DossierProposals) {
  const words = lineWords(reader, documentTitles);
  const compare = (before: string, after: string) =>
    withQuery(href(pages.dossier.compare, { dossierId }), { avant: before, apres: after });
  let left = charactersShown;
  const cards = proposals.map(({ previous, ...proposal }) => {
    const card = presentCard(reader, proposal, words);
    const { contentId } = card.current;
    const whole = card.older.filter(({ terms, remedies }) => (left -= charactersOf(terms, remedies)) >= 0);
    return {
      ...card,
      older: whole,
      olderHeadings: card.older
        .filter((each) => !whole.includes(each))
        .map(({ version, heading }) => ({ version, heading })),
      compare: previous && compare(previous, contentId),
      compareOlder: card.older.map((each) => ({ version: each.version, to: compare(each.contentId, contentId) })),
    };
  });
  return cards.reverse();
}

function charactersOf(terms: string, remedies: RemedyLines[]): number {
  return remedies.flatMap(({ lines }) => lines).reduce((sum, { value }) => sum + value.length, terms.length);
}

/** Where what can be done is done. */
function linksOf({ dossierId, actions }: DossierProposals) {
  const { accept, propose, edit, withdrawAcceptance, askForRevision } = actions;
  const form = href(pages.dossier.propose, { dossierId });
  return {
    accept: accept && href(pages.dossier.acceptProposal, { dossierId, proposalId: accept }),
    counter: propose === 'counter' ? form : null,
    make: propose === 'new' ? form : null,
    edit: edit && href(pages.dossier.editProposal, { dossierId, proposalId: edit }),
    revision: askForRevision && href(pages.dossier.askForRevision, { dossierId, proposalId: askForRevision }),
    withdrawAcceptance: withdrawAcceptance ? { proposalId: withdrawAcceptance } : null,
  };
}
