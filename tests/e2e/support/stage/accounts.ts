import { demoMerchants, type DemoMerchant, type MerchantKey } from '#scripts/demo/merchants.ts';
import { demoPeople, type DemoPerson, type PersonKey } from '#scripts/demo/people.ts';
import { inTurns } from '#scripts/demo/turns.ts';
import { inviteOfficer } from '#web/server/services/directory/officers.ts';
import { addMember, enrolMerchant, firstVisit, openMediator, signUp } from './arrivals.ts';
import type { Actor } from '../browser/actor.ts';
import { fromHeader } from '../browser/links.ts';
import type { Stage } from './stage.ts';

/** The accounts that a stage begins with. */
export type Accounts = {
  /** The bare browser in which someone came in, still signed in. @throws Error for who is not on the stage. */
  browserOf(key: PersonKey): Actor;
  /** The merchant's id, as the address of its page says it. */
  merchantId(key: MerchantKey): string;
};

/**
 * Lets people of the demonstration in as they come in: an officer by the operator's command and the link of its mail; merchants, their people and mediators by that
 * officer's pages and the links of their mails; consumers by the form of the first page. Nothing is written for them.
 */
export async function openAccounts(stage: Stage, keys: readonly PersonKey[]): Promise<Accounts> {
  const browsers = new Map<PersonKey, Actor>();
  const merchants = new Map<MerchantKey, string>();
  const people = demoPeople.filter(({ key }) => keys.includes(key));
  const comeIn = async (person: DemoPerson): Promise<void> =>
    void browsers.set(person.key, await firstVisit(stage, person, { bare: true }));

  const consumers = inTurns(
    people.filter(({ role }) => role === 'consumer'),
    2,
    async (person) => {
      const who = await stage.stranger(person.language, { bare: true });
      await who.page.goto('/');
      await fromHeader(who, who.t('layout:signIn'));
      await who.follow(who.t('account:signUp.title'));
      await signUp(stage, who, person);
      browsers.set(person.key, who);
    },
  );
  const professionals = people.filter(
    ({ role }) => role === 'mediator' || role === 'respondent' || role === 'merchantRepresentative',
  );
  const openTheirs = async (): Promise<void> => {
    for (const person of demoPeople.filter(
      ({ key, role }) => key === 'officer' || (role === 'officer' && keys.includes(key)),
    )) {
      await inviteOfficer(stage.platform.deps, person, stage.product.env.secrets);
      await comeIn(person);
    }
    const officer = browsers.get('officer')!;
    await fromHeader(officer, officer.t('layout:office'));
    const companies = new Set(professionals.flatMap(({ merchant }) => merchant ?? []));
    for (const merchant of demoMerchants.filter(({ key }) => companies.has(key))) {
      merchants.set(merchant.key, await enrolMerchant(officer, merchant, respondentOf(merchant)));
      for (const person of professionals.filter(
        (one) => one.merchant === merchant.key && one.key !== respondentOf(merchant).key,
      ))
        await addMember(officer, person);
    }
    for (const person of professionals.filter(({ role }) => role === 'mediator')) await openMediator(officer, person);
    await inTurns(professionals, 2, comeIn);
  };
  await Promise.all([consumers, openTheirs()]);
  // What tests wait for is what the people of a test are sent.
  stage.product.servers.mail.clear();
  return {
    browserOf(key) {
      const browser = browsers.get(key);
      if (!browser) throw new Error(`${key} is not among those whom the stage was set for`);
      return browser;
    },
    merchantId: (key) => merchants.get(key) ?? '',
  };
}

/** The first of its people: who cannot be left out. */
function respondentOf({ key, name }: DemoMerchant): DemoPerson {
  const found = demoPeople.find(({ merchant, role }) => merchant === key && role === 'respondent');
  if (!found) throw new Error(`${name} has no respondent`);
  return found;
}
