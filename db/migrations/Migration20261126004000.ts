import { Migration } from '@mikro-orm/migrations';

/**
 * When a dossier last changed, as each kind of reader may know it (docs/adr/0011): lists are ordered by these and no longer by the instant of
 * the last event, which moved with what is hidden from the reader. The indexes follow, with the conditions that db/dossiers/list-branches.ts
 * writes, word for word. `holder_id` gathers a company's dossiers by who has charge of them, nobody being the company itself, so that a
 * member's list is read in order from what they hold and from what the others do.
 */
export class Migration20261126004000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table dossier ${seats.map((seat) => `add column changed_for_${seat} timestamptz`).join(', ')},
      add column holder_id uuid not null generated always as (coalesce(handler_id, merchant_id)) stored`);
    this.addSql(backfill);
    this
      .addSql(`drop index dossier_consumer, dossier_representative, dossier_merchant, dossier_mediator, dossier_status,
      dossier_merchant_open, dossier_merchant_closed, dossier_merchant_turn`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists ${indexes.map((index) => index.split(' ')[0]).join(', ')}`);
    this
      .addSql(`alter table if exists dossier ${seats.map((seat) => `drop column if exists changed_for_${seat}`).join(', ')},
      drop column if exists holder_id`);
    for (const index of former) this.addSql(`create index ${index}`);
  }
}

const seats = ['consumer', 'handler', 'respondent', 'colleague', 'mediator', 'office'];

const submitted = `submitted_at is not null`;
const open = `status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = `status in ('closed', 'expired')`;

const indexes = [
  `dossier_consumer on dossier (consumer_id, changed_for_consumer desc, id)`,
  `dossier_representative on dossier (representative_id, changed_for_consumer desc, id) where representative_id is not null`,
  `dossier_mediator on dossier (mediator_id, changed_for_mediator desc, id) where mediator_id is not null`,
  `dossier_office on dossier (changed_for_office desc, id)`,
  `dossier_status on dossier (status, changed_for_office desc, id)`,
  `dossier_merchant on dossier (merchant_id, holder_id)`,
  ...['handler', 'respondent', 'colleague'].flatMap((seat) => [
    `dossier_${seat}_open on dossier (merchant_id, holder_id, changed_for_${seat} desc, id) include (status) where ${submitted} and ${open}`,
    `dossier_${seat}_closed on dossier (merchant_id, holder_id, changed_for_${seat} desc, id) include (status) where ${submitted} and ${closed}`,
  ]),
  `dossier_merchant_turn on dossier (merchant_id, holder_id, id) where ${submitted} and ${open} and turn in ('merchant', 'both')`,
];

/** As they were before. */
const former = [
  `dossier_consumer on dossier (consumer_id, updated_at desc, id)`,
  `dossier_representative on dossier (representative_id, updated_at desc, id) where representative_id is not null`,
  `dossier_merchant on dossier (merchant_id, updated_at desc, id)`,
  `dossier_mediator on dossier (mediator_id, updated_at desc, id) where mediator_id is not null`,
  `dossier_status on dossier (status, updated_at desc, id)`,
  `dossier_merchant_open on dossier (merchant_id, updated_at desc, id) where ${submitted} and ${open}`,
  `dossier_merchant_closed on dossier (merchant_id, updated_at desc, id) where ${submitted} and ${closed}`,
  `dossier_merchant_turn on dossier (merchant_id, handler_id, updated_at desc, id)
    where ${submitted} and ${open} and turn in ('merchant', 'both')`,
];

/**
 * From the journal, by the rules of the day of this migration. An acceptance is left to whom it shows while it has no answer: once answered,
 * the agreement has the same instant, and everyone learns of it.
 */
const thread = `e.payload ->> 'thread'`;
const side = `e.payload ->> 'side'`;
const moment = `split_part(e.payload ->> 'kind', ':', 1)`;
const report = `e.type = 'reportedToOffice' and e.payload ->> 'newTarget' is null`;
const merchantsKnow = `d.submitted_at is not null and not (
  e.type in ('draftExtended', 'draftExpired', 'representativeNamed', 'invitationExpired')
  or ${report}
  or e.type = 'representativeRemoved' and e.payload ->> 'userId' is null
  or e.type in ('proposalAccepted', 'acceptanceWithdrawn', 'sideNudged') and ${side} = 'consumer'
  or e.type = 'messagePosted' and ${thread} = 'consumerCaucus'
  or e.type = 'deadlinePassed' and ${moment} in ('draftReminder', 'mediationWarning'))`;

/** The last instant that each seat may know of; null where there is none. */
const backfill = `
update dossier set changed_for_consumer = k.consumer, changed_for_handler = k.handler, changed_for_respondent = k.respondent,
  changed_for_colleague = k.colleague, changed_for_mediator = k.mediator, changed_for_office = k.office
from (
  select e.dossier_id,
    max(e.at) filter (where not (
      ${report}
      or e.type in ('proposalAccepted', 'acceptanceWithdrawn', 'sideNudged') and ${side} = 'merchant'
      or e.type = 'messagePosted' and ${thread} = 'merchantCaucus'
      or e.type = 'deadlinePassed' and ${moment} = 'mediationWarning')) as consumer,
    max(e.at) filter (where ${merchantsKnow}) as handler,
    max(e.at) filter (where ${merchantsKnow}
      and e.type not in ('proposalAccepted', 'acceptanceWithdrawn')
      and not (e.type = 'messagePosted' and ${thread} = 'merchantCaucus')) as respondent,
    max(e.at) filter (where ${merchantsKnow}
      and e.type not in ('proposalAccepted', 'acceptanceWithdrawn', 'messagePosted', 'messagesShared')) as colleague,
    max(e.at) filter (where d.mediation_started_at is not null and not (
      e.type in ('draftExtended', 'draftExpired', 'representativeNamed', 'invitationExpired')
      or e.type = 'representativeRemoved' and e.payload ->> 'userId' is null
      or e.type = 'messagePosted' and ${thread} = 'negotiation'
      or e.type = 'deadlinePassed' and ${moment} = 'draftReminder')) as mediator,
    max(e.at) filter (where not (
      e.type in ('representativeNamed', 'invitationExpired', 'proposalAccepted', 'acceptanceWithdrawn', 'messagePosted', 'messagesShared')
      or e.type = 'representativeRemoved' and e.payload ->> 'userId' is null)) as office
  from dossier_event e join dossier d on d.id = e.dossier_id
  group by e.dossier_id
) k
where k.dossier_id = dossier.id`;
