import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';

type Referral = Awaited<ReturnType<AppLoadContext['services']['referrals']['list']>>['rows'][number];

/** A row of the table of codes: its dates as days, its problem in words. */
export function presentReferral(reader: Reader, referral: Referral) {
  return {
    ...referral,
    kind: reader.label('problemKinds', referral.problemKind),
    issuedOn: reader.shortDay(referral.issuedAt),
    until: reader.shortDay(referral.expiresAt),
  };
}
