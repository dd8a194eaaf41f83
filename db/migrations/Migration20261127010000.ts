import { Migration } from '@mikro-orm/migrations';

const known = `changed_for_office is not null`;
const waiting = `(case when status in ('closed', 'expired', 'purged') then 'infinity'::timestamptz else coalesce(turn_since, created_at) end)`;

/** Each as the statement of its list writes it: db/dossiers/oversight.ts, db/directory/merchants.ts, db/referrals/issued-codes.ts. */
const indexes = [
  `dossier_office_age on dossier (created_at, id) where ${known}`,
  `dossier_office_wait on dossier (${waiting}, id) where ${known}`,
  `merchant_by_enrolment on merchant (enrolled_at desc, id)`,
  `referral_expiry on referral (expires_at, id)`,
  `referral_address on referral (consumer_email)`,
  `referral_merchant on referral (merchant_id, issued_at desc, id)`,
];

/** Orders of the Office's lists (B-11); establishments of a company, and the dossiers that its people put at each (F-014, B-09). */
export class Migration20261127010000 extends Migration {
  override async up(): Promise<void> {
    for (const index of indexes) this.addSql(`create index ${index}`);
    this.addSql(`
      create table establishment (
        id uuid primary key,
        merchant_id uuid not null references merchant (id),
        name text not null,
        place integer not null,
        closed_at timestamptz,
        unique (merchant_id, name)
      )`);
    this.addSql(`
      create table dossier_establishment (
        dossier_id uuid primary key references dossier (id),
        establishment_id uuid not null references establishment (id),
        set_by uuid not null references app_user (id),
        set_at timestamptz not null default now()
      )`);
    this.addSql(`create index dossier_establishment_dossiers on dossier_establishment (establishment_id, dossier_id)`);
    // Companies that were admitted by their form.
    this.addSql(`
      insert into establishment (id, merchant_id, name, place)
      select gen_random_uuid(), p.merchant_id, e.name, min(e.place)
      from participation p cross join lateral jsonb_array_elements_text(p.form -> 'establishments') with ordinality e (name, place)
      where p.merchant_id is not null and p.state = 'accepted' group by p.merchant_id, e.name`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists dossier_establishment`);
    this.addSql(`drop table if exists establishment`);
    this.addSql(`drop index if exists ${indexes.map((index) => index.split(' ')[0]).join(', ')}`);
  }
}
