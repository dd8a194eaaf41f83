import { Migration } from '@mikro-orm/migrations';

const submitted = `submitted_at is not null`;
const open = `status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = `status in ('closed', 'expired')`;
const read = 'status, turn, accepted_side, revision_asked_by';

/**
 * Lists of people and of companies find beside their order all that they are narrowed by and counted from, what a side answered included: a dossier's own row, which lies
 * anywhere on disk, is read for the page alone (docs/adr/0046). Conditions as db/dossiers/list-branches.ts and db/queue/rows.ts write them.
 */
export class Migration20261127041000 extends Migration {
  override async up(): Promise<void> {
    for (const index of former) this.addSql(`drop index ${nameOf(index)}`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${nameOf(index)}`);
    for (const index of former) this.addSql(`create index ${index}`);
  }
}

const nameOf = (index: string) => index.split(' ')[0];
const waited = `(coalesce(turn_since, submitted_at))`;

const indexes = [
  `dossier_consumer on dossier (consumer_id, changed_for_consumer desc, id) include (representative_id, ${read})`,
  `dossier_merchant_turn on dossier (merchant_id, holder_id, changed_for_handler desc, id)
    include (changed_for_respondent, changed_for_colleague, ${read}) where ${submitted} and ${open} and turn in ('merchant', 'both')`,
  `dossier_queue_age on dossier (merchant_id, submitted_at, id) include (holder_id, ${read}) where ${submitted} and ${open}`,
  `dossier_queue_wait on dossier (merchant_id, ${waited}, id) include (submitted_at, turn_since, holder_id, ${read}) where ${submitted} and ${open}`,
  `dossier_queue_closed_wait on dossier (merchant_id, ${waited}, id) include (submitted_at, turn_since, holder_id) where ${submitted} and ${closed}`,
  `message_thread on message (dossier_id, thread, published_at) include (author_id)`,
];

/** As they were before. */
const former = [
  `dossier_consumer on dossier (consumer_id, changed_for_consumer desc, id)`,
  `dossier_merchant_turn on dossier (merchant_id, holder_id)
    include (id, status, accepted_side, changed_for_handler, changed_for_respondent, changed_for_colleague)
    where ${submitted} and ${open} and turn in ('merchant', 'both')`,
  `dossier_queue_age on dossier (merchant_id, submitted_at, id) include (holder_id, status, turn) where ${submitted} and ${open}`,
  `dossier_queue_wait on dossier (merchant_id, ${waited}, id) where ${submitted} and ${open}`,
  `message_thread on message (dossier_id, thread, published_at)`,
];
