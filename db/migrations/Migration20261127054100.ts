import { Migration } from '@mikro-orm/migrations';

/**
 * What a participation form says is kept (F-014): a company's other trade names, one a line, which searches look into; the version of the undertaking that was ticked; and
 * the telephone of a respondent whose account was opened from it. What accepted forms said already is taken from them, while they are there.
 */
export class Migration20261127054100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table merchant add column trade_names text not null default ''`);
    this.addSql(`alter table participation add column undertaking text not null default ''`);
    this.addSql(`
      update merchant m set trade_names = coalesce((select string_agg(n.name, E'\\n' order by n.place)
        from jsonb_array_elements_text(p.form -> 'tradeNames') with ordinality n (name, place) where n.name <> m.name), '')
      from participation p where p.merchant_id = m.id and jsonb_typeof(p.form -> 'tradeNames') = 'array'`);
    this.addSql(`
      update app_user u set phone = p.form #>> '{respondent,phone}'
      from participation p where p.merchant_id is not null and u.kind = 'merchant' and u.phone = ''
        and u.email = (p.form #>> '{respondent,email}')::citext and p.form #>> '{respondent,phone}' is not null`);
    this.lookedInto(`name, legal_name, neq, email, city, trade_names`);
  }

  override async down(): Promise<void> {
    this.lookedInto(`name, legal_name, neq, email, city`);
    this.addSql(`alter table participation drop column undertaking`);
    this.addSql(`alter table merchant drop column trade_names`);
  }

  /** What a search of companies looks into, with its index (Migration20261126008000). */
  private lookedInto(columns: string): void {
    this.addSql(`alter table merchant drop column search`);
    this.addSql(
      `alter table merchant add column search text not null generated always as (search_text(${columns})) stored`,
    );
    this.addSql(`create index merchant_search on merchant using gin (search gin_trgm_ops)`);
  }
}
