import { Migration } from '@mikro-orm/migrations';

const unused = `used_at is null and revoked_at is null`;

/** Conditions as db/referrals writes them. */
const indexes = [
  // Codes that can still be used, or that ran out; what else they are narrowed by stands beside the day of their end.
  `referral_unused on referral (expires_at, id) include (attempts, dossier_id) where ${unused}`,
  `referral_revoked on referral (issued_at desc, id) include (dossier_id) where used_at is null and revoked_at is not null`,
  `referral_used on referral (used_at) where used_at is not null`,
  // The codes of a dossier, and the dossiers that a person has begun.
  `referral_dossier on referral (dossier_id) where dossier_id is not null`,
  `referral_begun on referral (used_by) where used_by is not null and used_at is null`,
  // The mail by which codes went out.
  `mail_codes on mail (split_part(dedupe_key, ':', 2), created_at desc) where dedupe_key like 'access-codes:%'`,
  // What goes with the content of a dossier, and the mark that it went (F-142).
  `justification_dossier on justification (dossier_id)`,
  `audit_log_destroyed on audit_log (subject) where action = 'dossier.destroyed'`,
];

/**
 * Codes are found, listed and counted along indexes, whatever was ever issued (docs/adr/0046): by their state, their dossier, the person who began, and with the mail
 * that carried them; and what is erased with a dossier is found by it. Codes whose dossier exists bear the mark of their use, which the journal has long written with the dossier.
 */
export class Migration20261127042000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `update referral r set used_at = d.created_at from dossier d where d.id = r.dossier_id and r.used_at is null`,
    );
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${index.split(' ')[0]}`);
  }
}
