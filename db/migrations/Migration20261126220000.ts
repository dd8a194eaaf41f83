import { Migration } from '@mikro-orm/migrations';

/**
 * What lists read of a mediation: whether who is named has declared no conflict of interest (ADR 31; every mediator of before is at work already), and for
 * which sides the proposal does not do (ADR 32).
 */
export class Migration20261126220000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table dossier add column mediator_declared boolean not null default true`);
    this.addSql(
      `alter table dossier add column revision_asked_by text check (revision_asked_by in ('consumer', 'merchant', 'both'))`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`alter table dossier drop column if exists revision_asked_by`);
    this.addSql(`alter table dossier drop column if exists mediator_declared`);
  }
}
