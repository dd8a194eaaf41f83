import { acceptTerms, versionsFor } from '#web/server/services/accounts/accept-terms.ts';
import { activate } from '#web/server/services/accounts/sign-up/activation.ts';
import { loadUser } from '#web/server/services/accounts/current-user.ts';
import { issueLink } from '#web/server/services/accounts/one-time-codes.ts';
import { readPending } from '#web/server/services/accounts/pending.ts';
import { personByEmail } from '#db/accounts/people.ts';
import { saveConsumerProfile, saveProfessionalProfile } from '#web/server/services/accounts/profile.ts';
import { register, renewCode, verifyEmail } from '#web/server/services/accounts/sign-up/registration.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { createDirectoryServices, type DirectoryServices } from '#web/server/services/directory/index.ts';
import { idOf } from '#db/key-id.ts';
import { demoMerchants, type MerchantKey } from './merchants.ts';
import { demoPeople, personOf, type DemoPerson, type PersonKey } from './people.ts';
import type { Platform } from './platform.ts';
import { inTurns } from './turns.ts';

/** Everyone with their account, ready to act. */
export type Cast = { user(key: PersonKey): CurrentUser; merchantId(key: MerchantKey): string };

/** The same merchant whenever the demonstration is played again. */
const merchantIdOf = (key: MerchantKey) => idOf('demo-merchant', key);

/**
 * Opens the accounts as the Office and the people themselves do: officers at set-up, merchants and mediators by the Office and their activation link,
 * consumers by registering and proving their address. Existing accounts are left as they are.
 */
export async function openAccounts(platform: Platform, people: readonly DemoPerson[] = demoPeople): Promise<Cast> {
  const directory = createDirectoryServices(platform.deps);
  const ids = new Map<PersonKey, string>();
  const of = (...roles: DemoPerson['role'][]) => people.filter((person) => roles.includes(person.role));

  await inTurns(of('officer'), 2, async (person, index) => {
    const id = await directory.createOfficer(person);
    await saveProfessionalProfile(platform.deps, id, professional(person));
    await accepted(platform, person, { id, ip: `203.0.113.${index + 1}` });
    ids.set(person.key, id);
  });
  const officer = ids.values().next().value ?? null;
  const merchants = new Set(people.map((person) => person.merchant));
  for (const merchant of demoMerchants.filter(({ key }) => merchants.has(key))) {
    await directory.createMerchant({ actorId: officer, merchant, id: merchantIdOf(merchant.key) });
  }
  await inTurns(of('respondent', 'merchantRepresentative', 'mediator'), 4, async (person, index) => {
    const known = await personByEmail(platform.deps.db, person.email);
    const id = known?.id ?? (await opened(directory, officer, person));
    await firstVisit(platform, person, { id, ip: `192.0.2.${index + 1}` });
    ids.set(person.key, id);
  });
  await inTurns(of('consumer'), 4, async (person, index) => {
    ids.set(person.key, await registered(platform, person, `198.51.100.${index + 1}`));
  });

  const users = new Map<PersonKey, CurrentUser>();
  for (const [key, id] of ids) {
    const user = await loadUser(platform.deps.db, id);
    if (user) users.set(key, user);
  }
  return {
    user(key) {
      const user = users.get(key);
      if (!user) throw new Error(`${personOf(key).key} has no account yet`);
      return user;
    },
    merchantId: merchantIdOf,
  };
}

/** F-016, F-017, F-018, F-020, F-021: the link, a password, the particulars, the undertaking. */
async function firstVisit(
  { deps, accounts }: Platform,
  person: DemoPerson,
  { id, ip }: { id: string; ip: string },
): Promise<void> {
  const account = await personByEmail(deps.db, person.email);
  if (!account?.passwordHash) {
    const { token } = await issueLink({ db: deps.db, now: deps.now }, id);
    await activate(accounts, { token, password: person.password, ip });
  }
  await saveProfessionalProfile(deps, id, professional(person));
  await accepted({ deps }, person, { id, ip });
}

/** The terms, and the undertaking of the person's role, for the account. */
async function accepted(
  { deps }: Pick<Platform, 'deps'>,
  { role, language }: DemoPerson,
  { id, ip }: { id: string; ip: string },
): Promise<void> {
  const kind = role === 'officer' ? 'officer' : 'merchant';
  await acceptTerms(deps, { by: id, kind, for: null, shown: versionsFor(kind), language, ip });
}

/** F-010, F-011, F-012: registers, proves the address, completes the profile. */
async function registered({ deps, accounts }: Platform, person: DemoPerson, ip: string): Promise<string> {
  const known = await personByEmail(deps.db, person.email);
  const id = known?.id ?? (await proved(accounts, person, ip));
  const { addressLine = '', city = '', postalCode = '' } = person;
  await saveConsumerProfile(deps, id, { ...person, addressLine, city, postalCode, province: 'QC' });
  return id;
}

async function proved(accounts: Platform['accounts'], person: DemoPerson, ip: string): Promise<string> {
  const pending = readPending(
    await register(accounts, { form: person, ip, language: person.language }),
    'verify_email',
  );
  if (!pending) throw new Error(`${person.key} could not register`);
  // The code went out by mail; another one, whose digits are known here, replaces it.
  const { code } = await renewCode(accounts, pending.id);
  return verifyEmail(accounts, { pending, code, ip });
}

/** F-016, F-020: the Office's act. */
async function opened(directory: DirectoryServices, officer: string | null, person: DemoPerson): Promise<string> {
  if (!person.merchant) return directory.openMediator({ actorId: officer, person });
  const merchantId = merchantIdOf(person.merchant);
  return (await directory.addMember({ actorId: officer, merchantId, person, role: memberRole(person) })).id;
}

const memberRole = (person: DemoPerson) => (person.role === 'respondent' ? 'respondent' : 'representative');

function professional({ firstName, lastName, jobTitle = '', phone, language, accreditation }: DemoPerson) {
  return { firstName, lastName, jobTitle, phone, language, ...(accreditation ? { accreditation } : {}) };
}
