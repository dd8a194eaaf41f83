import { AppError } from '#contracts/errors.ts';
import { dropShare, saveShare, sharedMessages } from '#db/content/message-shares.ts';
import { isInstant } from '#contracts/instants.ts';
import { postedIn, threadMessages } from '#db/content/messages.ts';
import { idOf } from '#db/key-id.ts';
import { actionFor } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { codeOf, execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demand, demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';
import type { PostedMessage } from './messages.ts';

/** Messages that one page offers to share. */
const offered = 50;

export type SharingFacts = {
  dossierId: string;
  mediator: Named;
  other: Named;
  /** Oldest first; `sharedAt`: shared already. */
  messages: (PostedMessage & { mine: boolean })[];
  /** The instant before which there are older ones; these are not the newest. */
  olderThan: string | null;
  before: string | null;
};

/** What a party may show the mediator of the negotiation, a page of it (A-02). @throws AppError the rules' reason. */
export async function sharingForm(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  asked: { before: string | null },
): Promise<SharingFacts> {
  demandAction(opened, 'shareMessages');
  demand(opened, 'negotiationMessages');
  const before = isInstant(asked.before) ? asked.before : null;
  const { id: dossierId } = opened.summaryRow;
  const found = await threadMessages(db, { dossierId, thread: 'negotiation', from: null, before, limit: offered + 1 });
  const rows = found.slice(-offered);
  return {
    dossierId: opened.summaryRow.id,
    mediator: named(opened, 'mediator'),
    other: otherParty(opened),
    messages: rows.map((row) => ({ ...row, mine: row.authorId === opened.user.id })),
    olderThan: found.length > rows.length ? (rows[0]?.publishedAt ?? null) : null,
    before,
  };
}

/**
 * Shows the mediator the messages chosen, and nothing else of the negotiation (A-02). Those that are shared already change nothing.
 *
 * @throws AppError `value.invalid` for a message that is not of this negotiation; the rules' refusals.
 */
export async function shareMessages(
  deps: Pick<ServiceDeps, 'db'> & { engine: CommandEngine },
  opened: OpenDossier,
  { key, messages }: { key: string; messages: readonly string[] },
): Promise<void> {
  demand(opened, 'negotiationMessages');
  const { id: dossierId } = opened.summaryRow;
  const asked = await postedIn(deps.db, { dossierId, thread: 'negotiation', ids: messages });
  if (asked.length < new Set(messages).size) throw new AppError('value.invalid');
  const chosen = asked.filter(({ sharedAt }) => sharedAt === null).map(({ id }) => id);
  if (chosen.length === 0) return;
  const share = {
    id: idOf('share', key),
    dossierId,
    authorId: opened.user.id,
    messageIds: chosen,
  };
  await saveShare(deps.db, share);
  try {
    await execute(deps, opened, {
      key,
      command: { type: 'shareMessages', shareId: share.id, count: chosen.length },
    });
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && code !== 'engine.unavailable') await dropShare(deps.db, share);
    throw error;
  }
}

export type SharedFacts = {
  dossierId: string;
  /** The reader may choose more. */
  shares: boolean;
  messages: (Omit<PostedMessage, 'announcesClosing'> & { mine: boolean; sharedAt: string; sharedBy: string })[];
};

/** What the parties let the mediator read of their negotiation: the mediator's only view of it (A-02, F-123). */
export async function sharedWithMediator({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<SharedFacts> {
  demand(opened, 'sharedMessages');
  const rows = await sharedMessages(db, opened.summaryRow.id);
  return {
    dossierId: opened.summaryRow.id,
    shares: actionFor(opened.state, opened, 'shareMessages').allowed,
    messages: rows.map((row) => ({ ...row, mine: row.authorId === opened.user.id, sharedBy: row.sharedBy ?? '' })),
  };
}
