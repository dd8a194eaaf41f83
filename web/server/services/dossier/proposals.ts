import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import { AppError } from '#contracts/errors.ts';
import { proposalDrafts } from '#db/content/drafts.ts';
import type { Database } from '#db/database.ts';
import { accessOf } from '#domain/access/index.ts';
import { actionFor } from '#domain/dossier/index.ts';
import { cardOf, lineWords, readableProposals, type ProposalCard } from './proposal-cards.ts';
import type { Opened } from './reader.ts';

export type ProposalActs = {
  accept: string | null;
  counter: string | null;
  make: string | null;
  edit: string | null;
  withdrawAcceptance: { proposalId: string } | null;
};

export type ProposalsPage = {
  restricted: string | null;
  mediation: boolean;
  /** Newest first, ten a page. `older` versions beyond what a page holds are named only, and read by comparing. */
  cards: (ProposalCard & {
    compare: string | null;
    compareOlder: { version: number; to: string }[];
    olderHeads: { version: number; head: string }[];
  })[];
  earlier: { count: number; to: string } | null;
  later: string | null;
  acts: ProposalActs;
  compareAny: string | null;
  draft: { text: string; to: string } | null;
  emptyText: string;
};

/** Proposals of one page; one of the mediator that can be answered is always among the latest. */
const cardsShown = 10;
/** Characters of older versions that one page shows whole. */
const charactersShown = 100_000;

/**
 * « Tableau des propositions » (F-036, F-037, F-038, F-039, F-092): every proposal with its versions, newest first, and what can be done.
 *
 * @param asked number of the page, from 1, as in the address; anything else is the first.
 */
export async function proposalsPage(
  db: Database,
  opened: Opened,
  asked: string | null,
  language: Language,
  t: Translate,
): Promise<ProposalsPage> {
  const { state, actor, now, head } = opened;
  const mediation = state.status === 'mediation' || state.mediation?.startedAt != null;
  if (!opened.may('negotiationProposals')) {
    if (accessOf(state, actor, 'negotiationProposals', now) !== 'metadata') throw new AppError('access.denied');
    const restricted = t('proposals:restricted', { count: state.proposals.length });
    return {
      restricted,
      mediation,
      cards: [],
      earlier: null,
      later: null,
      acts: noActs,
      compareAny: null,
      draft: null,
      emptyText: '',
    };
  }
  const acts = actsOf(opened);
  const [items, words, [draft]] = await Promise.all([
    readableProposals(db, opened),
    lineWords(db, opened, t),
    acts.make || acts.counter ? proposalDrafts(db, { dossierId: head.id, authorId: opened.user.id, edits: null }) : [],
  ]);
  const last = Math.max(1, Math.ceil(items.length / cardsShown));
  const page = /^[1-9]\d{0,3}$/.test(asked ?? '') ? Math.min(Number(asked), last) : 1;
  const until = Math.max(0, items.length - (page - 1) * cardsShown);
  const from = Math.max(0, until - cardsShown);
  let left = charactersShown;
  const cards = items.slice(from, until).map((item, index) => {
    const card = cardOf(opened, item, words, language, t);
    const before = items[from + index - 1]?.proposal.versions.at(-1);
    const whole = card.older.filter(({ terms, remedies }) => (left -= charactersOf(terms, remedies)) >= 0);
    return {
      ...card,
      older: whole,
      olderHeads: card.older
        .filter((each) => !whole.includes(each))
        .map(({ version, head: named }) => ({ version, head: named })),
      compare: before
        ? withQuery(href(pages.dossier.compare, { dossierId: head.id }), {
            avant: before.contentId,
            apres: card.current.contentId,
          })
        : null,
      compareOlder: card.older.map((each) => ({
        version: each.version,
        to: withQuery(href(pages.dossier.compare, { dossierId: head.id }), {
          avant: each.contentId,
          apres: card.current.contentId,
        }),
      })),
    };
  });
  const versions = items.reduce((sum, item) => sum + item.proposal.versions.length, 0);
  return {
    restricted: null,
    mediation,
    cards: cards.reverse(),
    earlier:
      from > 0
        ? { count: from, to: `${href(pages.dossier.proposals, { dossierId: head.id })}?page=${page + 1}` }
        : null,
    later:
      page > 1
        ? `${href(pages.dossier.proposals, { dossierId: head.id })}${page > 2 ? `?page=${page - 1}` : ''}`
        : null,
    acts,
    compareAny: versions > 1 ? href(pages.dossier.compare, { dossierId: head.id }) : null,
    draft: draft
      ? {
          text: t('proposals:draftWaiting', { date: formatDateTime(language, draft.savedAt) }),
          to: href(pages.dossier.propose, { dossierId: head.id }),
        }
      : null,
    emptyText: t(`proposals:empty.${opened.viewer === 'mediator' ? 'mediator' : acts.make ? 'party' : 'readOnly'}`),
  };
}

function charactersOf(terms: string, remedies: RemedyLines[]): number {
  return remedies.flatMap(({ lines }) => lines).reduce((sum, { value }) => sum + value.length, terms.length);
}

const noActs: ProposalActs = { accept: null, counter: null, make: null, edit: null, withdrawAcceptance: null };

/** What this person can do with proposals now. The mediator's desk has its own form. */
function actsOf(opened: Opened): ProposalActs {
  const { state, actor, now, head } = opened;
  if (opened.viewer === 'mediator') return noActs;
  const view = (type: 'acceptProposal' | 'propose' | 'editProposal' | 'withdrawAcceptance') =>
    actionFor(state, actor, now, type);
  const accept = view('acceptProposal');
  const propose = view('propose');
  const edit = view('editProposal');
  const withdraw = view('withdrawAcceptance');
  const form = propose.allowed ? href(pages.dossier.propose, { dossierId: head.id }) : null;
  return {
    accept:
      accept.allowed && accept.proposalId
        ? href(pages.dossier.acceptProposal, { dossierId: head.id, proposalId: accept.proposalId })
        : null,
    counter: propose.proposalId ? form : null,
    make: propose.proposalId ? null : form,
    edit:
      edit.allowed && edit.proposalId
        ? href(pages.dossier.editProposal, { dossierId: head.id, proposalId: edit.proposalId })
        : null,
    withdrawAcceptance: withdraw.allowed && withdraw.proposalId ? { proposalId: withdraw.proposalId } : null,
  };
}
