import { Migration } from '@mikro-orm/migrations';

/**
 * Lists read in order from one index each:
 *
 * - `accepted_side`: the side that has accepted the mediator's proposal while the other has not, which lists read in the state before;
 * - a company's dossiers in the order in which a member sees those of the others, whoever has charge of each; who has is beside the order, to leave
 *   out the member's own. The list was put together from one walk for each colleague before.
 *
 * What a key was used for is kept with its command, where the journal writes it anyway (`digest`), and no longer in a table of its own.
 *
 * The conditions of the indexes are those that db/dossiers/list-branches.ts writes, word for word.
 */
export class Migration20261126006000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table dossier add column accepted_side text`);
    this.addSql(`
      update dossier set accepted_side = accepted.side
      from (
        select d.id, a ->> 'side' as side
        from dossier d, jsonb_path_query(d.state, '$.proposals[*] ? (@.state == "open").acceptances[*]') a
        where d.status = 'mediation' and d.turn = 'both'
      ) accepted
      where accepted.id = dossier.id`);
    this.addSql(`alter table dossier_command add column digest text`);
    this.addSql(`drop table command_claim`);
    this.addSql(`drop index ${former.map((index) => index.split(' ')[0]).join(', ')}`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists ${indexes.map((index) => index.split(' ')[0]).join(', ')}`);
    for (const index of former) this.addSql(`create index ${index}`);
    this.addSql(`alter table if exists dossier drop column if exists accepted_side`);
    this.addSql(`alter table if exists dossier_command drop column if exists digest`);
    this.addSql(`
      create table command_claim (
        dossier_id uuid not null,
        command_key text not null,
        digest bytea not null,
        claimed_at timestamptz not null default now(),
        primary key (dossier_id, command_key)
      )`);
  }
}

const submitted = `submitted_at is not null`;
const open = `status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = `status in ('closed', 'expired')`;
const seats = ['respondent', 'colleague'];

const indexes = [
  ...seats.flatMap((seat) => [
    `dossier_${seat}_open on dossier (merchant_id, changed_for_${seat} desc, id) include (holder_id, status) where ${submitted} and ${open}`,
    `dossier_${seat}_closed on dossier (merchant_id, changed_for_${seat} desc, id) include (holder_id, status) where ${submitted} and ${closed}`,
  ]),
  `dossier_merchant_turn on dossier (merchant_id, holder_id)
    include (id, status, accepted_side, changed_for_handler, changed_for_respondent, changed_for_colleague)
    where ${submitted} and ${open} and turn in ('merchant', 'both')`,
];

/** As they were before. */
const former = [
  ...seats.flatMap((seat) => [
    `dossier_${seat}_open on dossier (merchant_id, holder_id, changed_for_${seat} desc, id) include (status) where ${submitted} and ${open}`,
    `dossier_${seat}_closed on dossier (merchant_id, holder_id, changed_for_${seat} desc, id) include (status) where ${submitted} and ${closed}`,
  ]),
  `dossier_merchant_turn on dossier (merchant_id, holder_id, id) where ${submitted} and ${open} and turn in ('merchant', 'both')`,
];
