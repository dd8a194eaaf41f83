import type { Reader } from '#content/reader.ts';
import type { ReferralRow } from '#web/server/services/referrals/list.ts';

/** A row of the table of codes: its dates as days, its problem in words. */
export function presentReferral(reader: Reader, { cursor: _, ...referral }: ReferralRow) {
  return {
    ...referral,
    kind: reader.label('problemKinds', referral.problemKind),
    issuedOn: reader.shortDay(referral.issuedAt),
    until: reader.shortDay(referral.expiresAt),
  };
}

/** The codes as a table for a spreadsheet: what their page shows. */
export function presentReferralFile(reader: Reader, rows: readonly ReferralRow[]) {
  const { t } = reader;
  const columns = ['reference', 'consumer', 'merchantName', 'kind', 'issued', 'until', 'status', 'dossier', 'mail'];
  return {
    columns: columns.map((name) => t(`office:codes.${name}`)),
    rows: rows.map((row) => {
      const { reference, email, merchantName, kind, issuedOn, until, state, dossierNumber, mailState } =
        presentReferral(reader, row);
      return [
        ...[reference, email, merchantName, kind, issuedOn, until, t(`office:codes.state.${state}`)],
        ...[dossierNumber ?? '', mailState === 'failed' ? t('office:codes.mailFailed') : ''],
      ];
    }),
  };
}
