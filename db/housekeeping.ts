import { sql } from 'kysely';
import { undoLife } from './accounts/email-changes.ts';
import { registrationLife } from './accounts/registrations.ts';
import type { Database } from './database.ts';

/** How many rows of each kind were removed. */
export type Swept = {
  sessions: number;
  registrations: number;
  codes: number;
  limits: number;
  mails: number;
  texts: number;
  addresses: number;
  acceptances: number;
  places: number;
  emailChanges: number;
  participations: number;
  accessRequests: number;
  handOvers: number;
};

/**
 * Removes what nobody can use any more: sessions that are over, sign-ups whose address was not proved within a day, codes used or expired a day ago and
 * activation links 90 days ago (until then a page can say which), expired counts, and mails that were sent or abandoned 90 days ago and belong to no dossier. Mails of a
 * dossier go with it (F-142); one that was still waiting at that moment is removed here. Texts that nobody went on with for 30 days, and the
 * address to which codes were sent that nobody used within 90 days of their end. Addresses of acceptances that came to nothing within a day, and
 * those from which terms were accepted a year after. Changes of
 * address once they can no longer be undone. Requests to take part and about access a year after the Office answered, and those that nobody corrected within
 * 90 days of the end of their link. What officers gave away together, 90 days after: what came of it is in the journals.
 */
export async function sweepOldRows(db: Database): Promise<Swept> {
  const ago = (life: ReturnType<typeof sql>) => sql<string>`now() - ${life}`;
  return {
    sessions: await removed(db.deleteFrom('session').where('expiresAt', '<=', sql<string>`now()`)),
    registrations: await removed(db.deleteFrom('registration').where('createdAt', '<=', ago(registrationLife))),
    codes: await removed(
      db
        .deleteFrom('one_time_code')
        .where(
          ({ fn, ref }) => fn<string>('least', [ref('usedAt'), ref('expiresAt')]),
          '<',
          sql<string>`now() - case ${sql.ref('purpose')} when 'activate' then interval '90 days' else interval '1 day' end`,
        ),
    ),
    limits: await removed(
      db.deleteFrom('rate_limit').where('expire', '<', sql<number>`extract(epoch from now()) * 1000`),
    ),
    texts: await removed(db.deleteFrom('kept_text').where('savedAt', '<', ago(sql`interval '30 days'`))),
    addresses: await changed(
      db
        .updateTable('referral')
        .set({ consumerEmail: '' })
        .where('consumerEmail', '<>', '')
        .where('usedAt', 'is', null)
        .where('dossierId', 'is', null)
        .where(
          ({ fn, ref }) => fn<string>('least', [ref('revokedAt'), ref('expiresAt')]),
          '<',
          ago(sql`interval '90 days'`),
        ),
    ),
    acceptances: await removed(
      db
        .deleteFrom('acceptance_address as a')
        .where('a.notedAt', '<', ago(sql`interval '1 day'`))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('dossier_event as e')
                .select('e.seq')
                .whereRef('e.dossierId', '=', 'a.dossierId')
                .whereRef('e.commandKey', '=', 'a.commandKey')
                .where('e.type', '=', 'proposalAccepted'),
            ),
          ),
        ),
    ),
    places: await changed(
      db
        .updateTable('terms_acceptance')
        .set({ ip: null })
        .where('ip', 'is not', null)
        .where('acceptedAt', '<', ago(sql`interval '1 year'`)),
    ),
    emailChanges: await removed(
      db
        .deleteFrom('email_change')
        .where(({ fn, ref }) => fn<string>('coalesce', [ref('confirmedAt'), ref('createdAt')]), '<', ago(undoLife)),
    ),
    participations: await removed(
      db
        .deleteFrom('participation')
        .where(({ and, eb, or }) =>
          or([
            and([eb('state', 'in', ['accepted', 'declined']), eb('since', '<', ago(sql`interval '1 year'`))]),
            and([eb('state', '=', 'correction'), eb('linkUntil', '<', ago(sql`interval '90 days'`))]),
          ]),
        ),
    ),
    accessRequests: await removed(
      db.deleteFrom('access_request').where('answeredAt', '<', ago(sql`interval '1 year'`)),
    ),
    handOvers: await removed(db.deleteFrom('hand_over').where('setAt', '<', ago(sql`interval '90 days'`))),
    mails: await removed(
      db
        .deleteFrom('mail as m')
        .where('m.state', 'in', ['sent', 'failed'])
        .where(({ and, eb, exists, or, selectFrom }) =>
          or([
            and([eb('m.dossierId', 'is', null), eb('m.createdAt', '<', ago(sql`interval '90 days'`))]),
            exists(
              selectFrom('dossier as d')
                .select('d.id')
                .whereRef('d.id', '=', 'm.dossierId')
                .where('d.status', '=', 'purged'),
            ),
          ]),
        ),
    ),
  };
}

async function changed(statement: { executeTakeFirstOrThrow(): Promise<{ numUpdatedRows: bigint }> }): Promise<number> {
  return Number((await statement.executeTakeFirstOrThrow()).numUpdatedRows);
}

async function removed(statement: { executeTakeFirstOrThrow(): Promise<{ numDeletedRows: bigint }> }): Promise<number> {
  return Number((await statement.executeTakeFirstOrThrow()).numDeletedRows);
}
