import type { Language, Translate } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { Database } from '#db/database.ts';
import { actionFor, currentVersion, proposalOf, type Dossier } from '#domain/dossier/index.ts';
import type { Engine } from '../engine.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { differenceOf, type DifferenceView } from './comparison.ts';
import { codeOf, give } from './give.ts';
import { nameOf, otherPartyOf } from './names.ts';
import { contentOf, lineWords, readableProposals } from './proposal-cards.ts';
import type { Opened } from './reader.ts';
import { sheetOf, type SheetView } from './sheet.ts';

/** The page where a version is accepted: the agreement it would make, what follows, and the version that the tick is about. */
export type AcceptancePage = {
  version: number;
  author: string;
  mediation: boolean;
  sheet: SheetView;
  days: number;
  counter: string | null;
};

export async function acceptancePage(
  db: Database,
  opened: Opened,
  proposalId: string,
  language: Language,
  t: Translate,
): Promise<AcceptancePage> {
  const { state, actor, now, head } = opened;
  if (!isUuid(proposalId) || !proposalOf(state, proposalId)) throw new AppError('access.not_found');
  const view = actionFor(state, actor, now, 'acceptProposal');
  const [items, words] = await Promise.all([readableProposals(db, opened), lineWords(db, opened, t)]);
  const item = items.find(({ proposal }) => proposal.id === proposalId);
  if (!item) throw new AppError('access.not_found');
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
  if (view.proposalId !== proposalId) throw new AppError('proposal.not_open');
  const current = currentVersion(item.proposal);
  const { author } = item.proposal;
  const wait = state.policy.messagesAfterAgreement;
  return {
    version: current.version,
    author: author === 'mediator' ? otherPartyOf(opened, t) : nameOf(opened, author, t),
    mediation: author === 'mediator',
    sheet: sheetOf(
      opened,
      { content: contentOf(item, current.contentId), author, number: item.number, version: current.version },
      words,
      language,
      t,
    ),
    days: 'days' in wait ? wait.days : 90,
    counter: actionFor(state, actor, now, 'propose').allowed
      ? href(pages.dossier.propose, { dossierId: head.id })
      : null,
  };
}

/**
 * Accepts a version (F-099, F-117). Asked again once it is accepted by the same person, the answer is the same.
 *
 * @throws AppError with the rule's code; `proposal.stale` when the author has made a newer version.
 */
export async function accept(
  deps: { db: Database; engine: Pick<Engine, 'command'> },
  opened: Opened,
  key: string,
  asked: { proposalId: string; version: number },
): Promise<void> {
  if (hasAcceptedAlready(opened.state, opened.user.id, asked)) return;
  await give(deps.engine, opened, key, { type: 'acceptProposal', ...asked, read: true });
}

/** What changed since the version that the person read; null when the refusal is of another kind. */
export async function changedSince(
  db: Database,
  opened: Opened,
  error: unknown,
  asked: { proposalId: string; version: number },
  language: Language,
  t: Translate,
): Promise<DifferenceView | null> {
  if (codeOf(error) !== 'proposal.stale') return null;
  const [items, words] = await Promise.all([readableProposals(db, opened), lineWords(db, opened, t)]);
  const item = items.find(({ proposal }) => proposal.id === asked.proposalId);
  const read = item?.proposal.versions.find((each) => each.version === asked.version);
  if (!item || !read) return null;
  return differenceOf(
    contentOf(item, read.contentId),
    contentOf(item, currentVersion(item.proposal).contentId),
    words,
    language,
    t,
  );
}

function hasAcceptedAlready(state: Dossier, userId: string, asked: { proposalId: string; version: number }): boolean {
  const proposal = proposalOf(state, asked.proposalId);
  return proposal?.acceptances.some((each) => each.by === userId && each.version === asked.version) ?? false;
}
