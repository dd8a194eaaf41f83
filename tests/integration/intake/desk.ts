import { randomUUID } from 'node:crypto';
import { readEnv } from '#config/env.ts';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import { accessCode } from '#db/codes.ts';
import { openDiskStore } from '#db/files/disk.ts';
import type { CurrentUser, UserKind } from '#web/server/services/accounts/types.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { createServices } from '#web/server/services/index.ts';
import { startEngineSuite } from '#tests/kit/engine/suite.ts';

/** The services of the Office's desk and of a filing on the servers of the run, with a clock that a test may move. */
export async function startDesk({ scanner = null }: { scanner?: ServiceDeps['scanner'] } = {}) {
  const suite = await startEngineSuite();
  const env = readEnv(suite.servers.env);
  const clock = { ahead: 0 };
  const deps: ServiceDeps = {
    env,
    ...suite.web,
    engine: suite.engine,
    changes: null,
    files: openDiskStore(env.FILES_DIR),
    scanner,
    limits: createLimits({ pool: suite.pool, secrets: env.secrets }),
    now: () => new Date(Date.now() + clock.ahead),
  };
  const { filing, representation, referrals, documents, office } = createServices(deps);
  const person = async (userId: string, kind: UserKind = 'consumer'): Promise<CurrentUser> => {
    const { rows } = await suite.pool.query<{ email: string }>(`select email from app_user where id = $1`, [userId]);
    const email = rows[0]?.email ?? '';
    return {
      id: userId,
      kind,
      email,
      firstName: 'Camille',
      lastName: 'Tremblay',
      language: 'fr',
      profileComplete: true,
      factorDue: false,
      termsDue: false,
      memberships: [],
    };
  };
  const consumer = await person(suite.people.consumer.userId);
  const friend = await person(suite.people.friend.userId);
  /** Codes issued to an address, as its mail tells them. */
  const issue = async (email: string = consumer.email, key: string = randomUUID()) => {
    const form = { email, language: 'fr' as const, merchantId: suite.people.merchantId, problemKind: 'qualite' };
    const id = await referrals.issue({ officerId: suite.people.officer.userId, form, key });
    return { id, ...(await codesOf(id)) };
  };
  const codesOf = async (id: string) => {
    const { rows } = await suite.pool.query<{ reference: string; issuedAt: Date }>(
      `select reference_number as reference, issued_at as "issuedAt" from referral where id = $1`,
      [id],
    );
    const row = rows[0];
    if (!row) throw new Error('no such referral');
    return {
      reference: row.reference,
      accessCode: accessCode(env.secrets[0], id, new Date(row.issuedAt).toISOString()),
    };
  };
  const terms = { shown: { termsVersion, confidentialityVersion }, language: 'fr' as const, ip: '127.0.0.1' };
  const open = async () => {
    const dossierId = await referrals.recogniseCodes({ user: consumer, typed: await issue(), ip: '' });
    await referrals.openFiling({ user: consumer, dossierId, ...terms });
    await suite.pool.query(`delete from rate_limit`);
    return dossierId;
  };
  const services = { filing, representation, referrals, documents, office };
  return { ...suite, ...services, deps, clock, person, consumer, friend, issue, codesOf, terms, open };
}

export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** Every answer that a submission needs, screen by screen, as forms send them. */
export const wholeCase: [string, Record<string, unknown>][] = [
  [
    'you',
    {
      addressLine: '12, rue des Lilas',
      city: 'Laval',
      province: 'QC',
      postalCode: 'h7a 1b2',
      phone: '450 555-0142',
      confirmed: 'on',
    },
  ],
  ['merchant', { merchantBranch: 'Succursale Laval', merchantConfirmed: 'on' }],
  ['good', { category: 'electromenagers.gros', item: 'Réfrigérateur Nordik 🧊', condition: 'new' }],
  ['contract', { contractDate: '2026-03-12', pricePaid: '1 234,56 $', extendedWarranty: 'no' }],
  [
    'steps',
    {
      priorSteps: {
        0: { means: 'telephone', date: '2026-04-02', outcome: 'On m’a dit d’attendre.' },
        2: { means: 'courriel' },
      },
    },
  ],
  ['nature', { nature: ['defectueux', 'inconnu'] }],
  ['narrative', { details: 'Il ne refroidit plus.\r\nJ’ai tout essayé.' }],
  ['remedies', { remedy: ['remboursement_total'] }],
  ['remedyDetails', { remboursement_total: { amount: '1234,56', deadline: '2031-05-01' } }],
  ['terms', { terms: 'Remboursement par virement,\n  puis reprise de l’appareil <b>aux frais</b> du commerçant.' }],
];
