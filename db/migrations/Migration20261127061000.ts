import { Migration } from '@mikro-orm/migrations';

/**
 * Consumers are found by their names along an index, as everybody else is: each search of the Office and of a company read all of them. Written when somebody opens an
 * account or corrects their profile, and by no act.
 */
export class Migration20261127061000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index consumer_search on app_user using gin (search gin_trgm_ops) where kind = 'consumer'`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists consumer_search`);
  }
}
