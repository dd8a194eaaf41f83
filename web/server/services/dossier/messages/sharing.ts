import { AppError } from '#contracts/errors.ts';
import { dropShare, saveShare, sharedMessages } from '#db/content/message-shares.ts';
import { threadMessages } from '#db/content/messages.ts';
import { idOf } from '#db/key-id.ts';
import { actionFor } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { codeOf, execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demand, demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';
import type { PostedMessage } from './messages.ts';

/** Messages of the newest that one page offers to share. */
const offered = 200;

export type SharingFacts = {
  dossierId: string;
  mediator: Named;
  other: Named;
  /** Oldest first; `sharedAt`: shared already. */
  messages: (PostedMessage & { mine: boolean })[];
};

/** What a party may show the mediator of the negotiation (A-02). @throws AppError the rules' reason. */
export async function sharingForm({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<SharingFacts> {
  demandAction(opened, 'shareMessages');
  const rows = await negotiation(db, opened);
  return {
    dossierId: opened.summaryRow.id,
    mediator: named(opened, 'mediator'),
    other: otherParty(opened),
    messages: rows.map((row) => ({ ...row, mine: row.authorId === opened.user.id })),
  };
}

function negotiation(db: ServiceDeps['db'], opened: OpenDossier) {
  demand(opened, 'negotiationMessages');
  const { id: dossierId } = opened.summaryRow;
  return threadMessages(db, { dossierId, thread: 'negotiation', from: null, before: null, limit: offered });
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
  const known = await negotiation(deps.db, opened);
  const asked = known.filter(({ id }) => messages.includes(id));
  if (asked.length < new Set(messages).size) throw new AppError('value.invalid');
  const chosen = asked.filter(({ sharedAt }) => sharedAt === null).map(({ id }) => id);
  if (chosen.length === 0) return;
  const share = {
    id: idOf('share', key),
    dossierId: opened.summaryRow.id,
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
