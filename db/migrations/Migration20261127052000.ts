import { Migration } from '@mikro-orm/migrations';

const open = `status in ('submitted', 'negotiation', 'mediation')`;

/**
 * What the Office's lists hold of silence (docs/adr/0050): a side that is awaited alone, or that both are and whose silence the Office was told of; a mediator who
 * was silent for the whole ladder; mediations of accounts that are closed.
 */
export class Migration20261127052000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table dossier add column side_silent_at timestamptz, add column mediator_silent_at timestamptz`);
    const told = (kind: string) => `(select max(e.at) from dossier_event e
        where e.dossier_id = d.id and e.type = 'deadlinePassed' and e.payload ->> 'kind' = '${kind}')`;
    this.addSql(`
      update dossier d set side_silent_at = case when state -> 'passed' ? 'turnAlert' then ${told('turnAlert')} end,
        mediator_silent_at = case when status = 'mediation' and state -> 'passed' ? 'mediatorAlert' then ${told('mediatorAlert')} end
      where ${open} and (state -> 'passed' ? 'turnAlert' or state -> 'passed' ? 'mediatorAlert')`);
    this.addSql(`drop index dossier_silent`);
    this.addSql(`create index dossier_silent on dossier (turn_since, id)
      where ${open} and (turn in ('consumer', 'merchant') or turn = 'both' and side_silent_at is not null)`);
    this.addSql(
      `create index dossier_mediator_silent on dossier (mediator_silent_at, id) where mediator_silent_at is not null`,
    );
    this.addSql(
      `create index app_user_closed_mediator on app_user (id) where kind = 'mediator' and disabled_at is not null`,
    );
  }

  override async down(): Promise<void> {
    for (const index of ['dossier_silent', 'dossier_mediator_silent', 'app_user_closed_mediator'])
      this.addSql(`drop index if exists ${index}`);
    this.addSql(
      `create index dossier_silent on dossier (turn_since, id) where turn in ('consumer', 'merchant', 'both') and ${open}`,
    );
    this.addSql(`alter table dossier drop column if exists side_silent_at, drop column if exists mediator_silent_at`);
  }
}
