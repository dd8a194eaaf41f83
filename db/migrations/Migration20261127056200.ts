import { Migration } from '@mikro-orm/migrations';

/** A mediator's desk is read in its order, whatever it holds (B-10, ADR 46): what waits for them, then the mediations that began first. */
export class Migration20261127056200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index dossier_mediator_desk on dossier (mediator_id,
        ((case when turn = 'mediator' or revision_asked_by is not null then '0' else '1' end
          || coalesce(state #>> '{mediation,startedAt}', '')) collate "C"), id)
        where status = 'mediation'`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_mediator_desk`);
  }
}
