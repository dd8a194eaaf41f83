import { Migration } from '@mikro-orm/migrations';

/**
 * A mediation is never given to an account that is closed, whatever was read before: of an officer who names a mediator and one who closes that account, the
 * first one counts and the other is told. The account's row is held until the dossier's is written; who closes it holds it too (`closeMediator`).
 *
 * By the owner's rights: workers may read accounts, not hold them.
 *
 * And a NEQ is one company's, whoever enrols it and however (F-014).
 */
export class Migration20261127020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function mediator_in_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from app_user u where u.id = new.mediator_id and u.disabled_at is null for share;
        if not found then
          raise exception 'the account of this mediator is closed' using errcode = 'PC001';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger mediator_in_service before update of mediator_id on dossier for each row
      when (new.mediator_id is not null and new.mediator_id is distinct from old.mediator_id and new.status = 'mediation')
      execute function mediator_in_service()`);
    this.addSql(`create unique index merchant_neq on merchant (neq) where neq <> '' and left_at is null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists merchant_neq`);
    this.addSql(`drop trigger if exists mediator_in_service on dossier`);
    this.addSql(`drop function if exists mediator_in_service()`);
  }
}
