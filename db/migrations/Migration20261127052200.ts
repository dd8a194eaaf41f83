import { Migration } from '@mikro-orm/migrations';

/** Which kinds of problem are a mediator's field, as the Office states it (B-11; docs/adr/0050): whoever has none stated takes any. */
export class Migration20261127052200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table mediator_field (
        mediator_id uuid not null references app_user (id),
        problem_kind text not null,
        primary key (mediator_id, problem_kind)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists mediator_field`);
  }
}
