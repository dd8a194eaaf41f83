import { reactionKey } from '#contracts/ids.ts';
import type { CommandResult, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import { saveClosingIdentity } from '#db/dossiers/closing-identity.ts';
import { appendEntry, recordRefusal } from '#db/journal/append-events.ts';
import { insertDossier, lockDossier, type LockedDossier } from '#db/journal/dossier.ts';
import { publishContent } from '#db/journal/publish-content.ts';
import { inTransaction } from '#db/transaction.ts';
import { reactions } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { genesis, linkHash } from './hash-chain.ts';
import { countsOf, projectionOf } from './projection.ts';

/** A command was decided on a dossier that the journal does not know. */
export class UnknownDossier extends Error {
  constructor() {
    super('journal.unknown_dossier');
    this.name = 'UnknownDossier';
  }
}

/**
 * The journal's one transaction (architecture §4): events appended to the dossier's chain, its row and its state brought to
 * `input.state`, the content that the events name published, the pending reactions inserted. All or nothing.
 *
 * Idempotent by `commandKey`: the second call answers what the first one recorded. When the journal is not at `expectedSeq`,
 * nothing is written and its own state is returned: the journal is the truth.
 *
 * @throws ContentMissing when a command names content that cannot be published.
 * @throws UnknownDossier when `expectedSeq` supposes events of a dossier that has none.
 */
export async function record(store: { db: Database }, input: RecordInput): Promise<RecordResult> {
  return inTransaction(store, async ({ db }) => {
    const { dossierId, commandKey, expectedSeq, state, refused } = input;
    const present = await lockDossier(db, input);
    if (present && present.commandSeq !== null) return repeated(present, present.commandSeq);
    if (!present && expectedSeq > 0) throw new UnknownDossier();
    if (present && present.seq !== expectedSeq) return { outcome: 'ahead', seq: present.seq, state: stateOf(present) };
    if (refused) {
      const { code: refusedCode, commandType } = refused;
      await recordRefusal(db, {
        dossierId,
        commandKey,
        seq: expectedSeq,
        status: state.status,
        refusedCode,
        commandType,
      });
      return { outcome: 'recorded', seq: expectedSeq, owed: 0 };
    }
    if (!present) {
      const { consumerId, merchantId, createdAt } = state;
      await insertDossier(db, { id: dossierId, consumerId, merchantId, createdAt, headHash: genesis });
    }
    const owed = await append(db, input, present ? Buffer.from(present.head, 'hex') : genesis);
    for (const event of input.events) await publishContent(db, dossierId, event);
    if (input.events.some(makesDocument)) await saveClosingIdentity(db, dossierId);
    return { outcome: 'recorded', seq: state.seq, owed };
  });
}

/** The document must name the parties as they are now, not as they will be when it is rendered. */
function makesDocument(event: DossierEvent): boolean {
  return event.type === 'dossierClosed' && (event.outcome === 'agreement' || event.outcome === 'mediationFailed');
}

const stateOf = (present: LockedDossier): Dossier => JSON.parse(present.state) as Dossier;

function repeated(present: LockedDossier, seq: number): RecordResult {
  const state = stateOf(present);
  const result: CommandResult = { seq, status: present.commandStatus ?? state.status, repeated: true };
  return { outcome: 'repeated', seq: present.seq, result, state };
}

/** Links the events to the chain and writes them with what follows from them. Returns how many reactions are pending. */
async function append(db: Database, input: RecordInput, from: Buffer): Promise<number> {
  const { dossierId, events, state, commandKey, expectedSeq } = input;
  let head = from;
  const links = events.map((event, index) => {
    const seq = expectedSeq + index + 1;
    const previous = head;
    head = linkHash(previous, { dossierId, seq, commandKey, event });
    return { seq, event, previous, hash: head };
  });
  const owed = links.flatMap(({ seq, event }) =>
    reactions(event, state).map((reaction) => ({ id: reactionKey(dossierId, seq, reaction.key), seq, reaction })),
  );
  const row = projectionOf(state, events);
  await appendEntry(db, { dossierId, commandKey, state, head, row, counts: countsOf(events), links, reactions: owed });
  return owed.length;
}
