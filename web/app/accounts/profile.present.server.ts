import type { AppLoadContext } from '@remix-run/node';
import type { Reader } from '#content/reader.ts';

type Accounts = AppLoadContext['services']['accounts'];
type Acceptance = Awaited<ReturnType<Accounts['acceptances']>>[number];

/** The texts that a person accepted: which, and the date that its version bears. */
export function presentAcceptances(reader: Reader, acceptances: Acceptance[]) {
  return acceptances.map(({ kind, version }) => ({ kind, version, date: reader.date(version) }));
}
