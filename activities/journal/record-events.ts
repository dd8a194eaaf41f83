import { reactionKey } from '#contracts/ids.ts';
import type { CommandResult, Journalled, RecordInput, RecordResult } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import { saveClosingIdentity } from '#db/dossiers/closing-identity.ts';
import { presentReadMark } from '#db/filing/read-mark.ts';
import { appendEntry, recordRefusal, type Entry } from '#db/journal/append-events.ts';
import { insertDossier, loadJournalled, lockDossier, type LockedDossier } from '#db/journal/dossier.ts';
import { onlyPublication, sealedBy, type Sealed } from '#db/journal/publications.ts';
import { joinedSeal, sealsOf } from '#db/journal/seals.ts';
import { publishContent } from '#db/journal/publish-content.ts';
import { inTransaction } from '#db/transaction.ts';
import { reactions } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { NoticeRunner } from '../reactions/notices.ts';
import type { Anchors } from './anchors.ts';
import { genesis, linkText } from './hash-chain.ts';
import { countsOf, projectionOf } from './projection.ts';

/** A command was decided on a dossier that the journal does not know. */
export class UnknownDossier extends Error {
  constructor() {
    super('journal.unknown_dossier');
    this.name = 'UnknownDossier';
  }
}

/** The draft that is submitted is not what was read of it. */
export class DraftUnread extends Error {
  constructor() {
    super('draft.unread');
    this.name = 'DraftUnread';
  }
}

/**
 * `notices`: runs what an act owes as soon as it is journalled; without one, the engine runs it. `anchors`: signs what is journalled; without one, nothing
 * is signed.
 */
export type RecordDeps = { db: Database; notices?: Pick<NoticeRunner, 'take'>; anchors?: Pick<Anchors, 'note'> };

/** What the journal is to write of a command. `state` is the state after `events`. */
export type Recording = {
  dossierId: string;
  expectedSeq: number;
  events: DossierEvent[];
  state: Dossier;
  commandKey: string;
  digest?: string;
  /** The draft that is sent must be what was read of it: its first proposal's content, and {@link presentReadMark}. */
  read?: { contentId: string; mark: string } | undefined;
};

/**
 * The journal's one transaction (architecture §4): events appended to the dossier's chain, its row and its state brought to
 * `input.state`, the content that the events name published, the pending reactions inserted. All or nothing.
 *
 * Most commands are one statement, hence one exchange with the database. Where that one writes nothing, or more is to be done, the row is locked and
 * looked at.
 *
 * Idempotent by `commandKey`: the second call answers what the first one recorded. When the journal is not at `expectedSeq`,
 * nothing is written and its own state is returned: the journal is the truth.
 *
 * @throws ContentMissing when a command names content that cannot be published.
 * @throws DraftUnread when a draft has changed since it was read.
 * @throws UnknownDossier when `expectedSeq` supposes events of a dossier that has none.
 */
export async function record({ db, notices, anchors }: RecordDeps, input: Recording): Promise<Recorded> {
  const written = await write(db, input);
  if (!('entry' in written)) return written;
  const { dossierId, state, reactions: owed } = written.entry;
  anchors?.note({ dossierId, seq: state.seq, hash: written.head });
  const due = owed.map(({ id, seq, reaction }) => ({ id, seq, payload: reaction }));
  const taken = due.length === 0 || notices?.take(dossierId, due) === true;
  return { outcome: 'recorded', seq: state.seq, owed: taken ? 0 : due.length, number: written.number };
}

type Recorded = Exclude<RecordResult, { outcome: 'unproved' }>;
type Written = Recorded | { entry: Entry; head: Buffer; number: string };

async function write(db: Database, input: Recording): Promise<Written> {
  const publication = input.expectedSeq > 0 ? onlyPublication(input.events) : undefined;
  if (publication !== undefined) {
    const entry = entryOf(input, publication);
    const appended = await appendEntry(db, entry);
    if (appended) return { entry, ...appended };
  }
  return inTransaction({ db }, (transaction) => recordLocked(transaction.db, input));
}

async function recordLocked(db: Database, input: Recording): Promise<Written> {
  const { dossierId, state, events, read } = input;
  const present = await lockDossier(db, input);
  const known = await answerOf(db, present, input);
  if (known) return known;
  if (!present) {
    const { consumerId, merchantId, createdAt } = state;
    await insertDossier(db, { id: dossierId, consumerId, merchantId, createdAt, headHash: genesis });
  }
  // The dossier's row is held: no screen of the draft is saved any more (web/server/services/filing/save-screen.ts).
  if (read && read.mark !== (await presentReadMark(db, { dossierId, ...read }))) throw new DraftUnread();
  const seals: (Buffer | null)[] = [];
  for (const event of events) {
    await publishContent(db, dossierId, event);
    seals.push(await sealOf(db, sealedBy(event, dossierId)));
  }
  const entry = entryOf(input, null, seals);
  const appended = await appendEntry(db, entry);
  if (!appended) throw new Error('journal.not_appended');
  if (events.some(makesDocument)) await saveClosingIdentity(db, dossierId);
  return { entry, ...appended };
}

type Supposed = Pick<RecordInput, 'dossierId' | 'expectedSeq'>;

/** What the journal answers, without writing, to who supposes that a dossier has had `expectedSeq` events; null when it has. */
async function answerOf(
  db: Database,
  present: LockedDossier | null,
  { dossierId, expectedSeq }: Supposed,
): Promise<Recorded | null> {
  if (present && present.commandSeq !== null) {
    return repeated(await held(db, dossierId), present, present.commandSeq);
  }
  if (!present && expectedSeq > 0) throw new UnknownDossier();
  return present && present.seq !== expectedSeq ? ahead(db, dossierId) : null;
}

type Command = Pick<RecordInput, 'dossierId' | 'expectedSeq' | 'envelope'>;

const locked = (db: Database, { dossierId, envelope }: Command) =>
  lockDossier(db, { dossierId, commandKey: envelope.key });

/**
 * What the journal knows of a dossier and of a command, to a workflow that supposes something else. Writes nothing.
 *
 * @throws UnknownDossier when there is no such dossier.
 */
export function whatIsKnown(db: Database, command: Command): Promise<RecordResult> {
  return inTransaction({ db }, async (transaction) => {
    const present = await locked(transaction.db, command);
    if (!present) throw new UnknownDossier();
    return (await answerOf(transaction.db, present, command)) ?? (await ahead(transaction.db, command.dossierId));
  });
}

/** Journals that a signal was refused, once; `ahead` when the refusal must be decided again. */
export function recordRefused(db: Database, command: Command, refusedCode: string): Promise<RecordResult> {
  return inTransaction({ db }, async (transaction) => {
    const { dossierId, expectedSeq: seq, envelope } = command;
    const present = await locked(transaction.db, command);
    if (!present) throw new UnknownDossier();
    const known = await answerOf(transaction.db, present, command);
    if (known) return known;
    const { status } = present;
    const { key: commandKey, command: given } = envelope;
    await recordRefusal(transaction.db, { dossierId, commandKey, seq, status, refusedCode, commandType: given.type });
    return { outcome: 'recorded', seq, owed: 0 };
  });
}

/** Of what an event has just published. */
async function sealOf(db: Database, rows: readonly Sealed[]): Promise<Buffer | null> {
  return joinedSeal((await sealsOf(db, rows)).filter((seal) => seal !== null));
}

/** The document must name the parties as they are now, not as they will be when it is rendered. */
function makesDocument(event: DossierEvent): boolean {
  return event.type === 'dossierClosed' && (event.outcome === 'agreement' || event.outcome === 'mediationFailed');
}

/** What the journal holds of a dossier whose row is locked. */
async function held(db: Database, dossierId: string): Promise<NonNullable<Journalled>> {
  const journal = await loadJournalled(db, dossierId);
  if (!journal) throw new UnknownDossier();
  return journal;
}

async function ahead(db: Database, dossierId: string): Promise<Recorded> {
  return { outcome: 'ahead', ...(await held(db, dossierId)) };
}

function repeated(journal: NonNullable<Journalled>, present: LockedDossier, seq: number): Recorded {
  const { status, commandStatus, commandDigest: digest } = present;
  const result: CommandResult = { seq, status: commandStatus ?? status, repeated: true };
  return { outcome: 'repeated', result, digest, ...journal };
}

/** What a command adds to the journal. */
function entryOf(input: Recording, publication: Entry['publication'], seals: readonly (Buffer | null)[] = []): Entry {
  const { dossierId, events, state, commandKey, expectedSeq: from } = input;
  const numbered = events.map((event, index) => ({ seq: from + index + 1, event }));
  return {
    dossierId,
    commandKey,
    digest: input.digest ?? null,
    from,
    state,
    row: projectionOf(state, events),
    counts: countsOf(events),
    links: numbered.map(({ seq, event }, index) => ({
      event,
      text: linkText({ dossierId, seq, commandKey, event }),
      seal: seals[index] ?? null,
    })),
    reactions: numbered.flatMap(({ seq, event }) =>
      reactions(event, state).map((reaction) => ({ id: reactionKey(dossierId, seq, reaction.key), seq, reaction })),
    ),
    publication,
  };
}
