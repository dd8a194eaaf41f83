import { Migration } from '@mikro-orm/migrations';

/**
 * People and companies are found as a reader looks for them, and listed in one order, whatever the database's collation:
 *
 * - `folded_text`: a text in small letters without accents, ligatures taken apart, one space for each run of spaces and marks. The same in
 *   domain/typed/search-words.ts, word for word;
 * - `search_text`: the folded words, then the same with what apostrophes, hyphens and points separate put together (« d amours … damours »);
 * - `search`: what a search looks into, beside each row, with an index of its groups of three letters.
 */
export class Migration20261126008000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`
      create function folded_text(value text) returns text language sql immutable strict parallel safe
      return btrim(regexp_replace(replace(lower(${takenApart} collate "pg_c_utf8"), 'ς', 'σ'), '${separators}+', ' ', 'g'))`);
    this.addSql(`
      create function search_text(variadic parts text[]) returns text language sql immutable strict parallel safe
      return ' ' || folded_text(array_to_string(parts, ' '))
        || ' ' || folded_text(regexp_replace(array_to_string(parts, ' '), '${joints}', '', 'g'))`);
    this.addSql(`
      alter table merchant add column search text not null
        generated always as (search_text(name, legal_name, neq, email, city)) stored`);
    this.addSql(`
      alter table app_user add column search text not null
        generated always as (search_text(first_name, last_name, email, accreditation)) stored`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists ${indexes.map((index) => index.split(' ')[0]).join(', ')}`);
    for (const table of ['merchant', 'app_user'])
      this.addSql(`alter table if exists ${table} drop column if exists search`);
    this.addSql(`drop function if exists search_text(text[])`);
    this.addSql(`drop function if exists folded_text(text)`);
  }
}

/** Marks on letters apart and gone, ligatures and letters with strokes as two letters or without. */
const takenApart = [
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['þ', 'th'],
  ['Þ', 'th'],
].reduce(
  (expression, [one, two]) => `replace(${expression}, '${one}', '${two}')`,
  `translate(regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036f]', '', 'g'), 'øØđĐłŁðÐıħĦŧŦ', 'ooddllddihhtt')`,
);

const separators = String.raw`[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f]`;
const joints = String.raw`[''’ʼ.\u2010\u2011-]`;

/** Those that db/directory orders and looks into. */
const indexes = [
  `merchant_by_name on merchant ((folded_text(name) collate "C"), id)`,
  `mediator_by_name on app_user ((folded_text(last_name || ' ' || first_name) collate "C"), id) where kind = 'mediator'`,
  `merchant_search on merchant using gin (search gin_trgm_ops)`,
  `member_search on app_user using gin (search gin_trgm_ops) where kind = 'merchant'`,
  `mediator_search on app_user using gin (search gin_trgm_ops) where kind = 'mediator'`,
];
