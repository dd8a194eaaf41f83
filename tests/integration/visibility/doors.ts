import { randomUUID } from 'node:crypto';
import {
  agreed,
  agreedInMediation,
  countered,
  draft,
  inMediation,
  inNegotiation,
  mediatorNamed,
  mediatorProposed,
} from '#domain/testing/scenario/scenarios.ts';
import type { Scenario } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';
import { admitEveryone, createPeople } from '#tests/kit/people.ts';
import { strangers } from './doors-table.ts';

/** The accounts of everyone who stands before a door, by who they are to the suite's dossiers. */
export async function whoIsWho(suite: EngineSuite): Promise<Record<string, string>> {
  const { pool, people } = suite;
  const others = await createPeople(pool);
  const ofSuite = ['consumer', 'friend', 'respondent', 'clerk', 'otherClerk', 'mediator', 'officer'] as const;
  const found: Record<string, string> = Object.fromEntries(ofSuite.map((who) => [who, people[who].userId]));
  for (const who of strangers) found[who] = others[who.replace('stranger.', '') as 'consumer'].userId;
  found['substitute'] = await member(suite, null);
  found['former.clerk'] = await member(suite, 'now()');
  await pool.query(
    `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
     values (gen_random_uuid(), $1, $2, $3, '${dayFromToday()}'::date, '${dayFromToday(9)}'::date, $2)`,
    [people.merchantId, people.clerk.userId, found['substitute']],
  );
  found['former.mediator'] = (await secondMediator(pool)).userId;
  await admitEveryone(pool);
  return found;
}

/** One more representative of the suite's company, or one who was. */
async function member({ pool, people }: EngineSuite, until: 'now()' | null): Promise<string> {
  const userId = randomUUID();
  await pool.query(
    `insert into app_user (id, kind, email, first_name, last_name, email_verified_at) values ($1, 'merchant', $2, 'Lise', 'Gagnon', now())`,
    [userId, `${userId}@personne.example`],
  );
  await pool.query(
    `insert into merchant_member (merchant_id, user_id, role, since, until) values ($1, $2, 'representative', now() - interval '1 day', ${until ?? 'null'})`,
    [people.merchantId, userId],
  );
  return userId;
}

/** The scenario as it goes when the consumer has named a representative: from then on that person acts. */
export function represented(scenario: Scenario): Scenario {
  return scenario.flatMap((step): Scenario => {
    if (step.act === 'createDossier') {
      return [step, { by: 'consumer', act: 'nameRepresentative' }, { by: 'friend', act: 'acceptInvitation' }];
    }
    return [step.by === 'consumer' ? { ...step, by: 'friend' } : step];
  });
}

/** The scenario as it goes when the company's respondent takes charge. */
function charged(scenario: Scenario): Scenario {
  return scenario.map((step) => (step.by === 'clerk' ? { ...step, by: 'respondent' } : step));
}

/** A dossier whose mediation another person led before: it is theirs until the Office gives it on. */
async function handedOn(suite: EngineSuite, formerId: string, scenario: Scenario): Promise<Play> {
  const former = { ...suite.people.mediator, userId: formerId };
  const cast = { ...suite.people, mediator: former };
  const play = await openPlay({ ...suite, people: cast }, scenario);
  await play.step({ by: 'mediator', act: 'recuse' });
  cast.mediator = suite.people.mediator;
  await play.run([
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
  ]);
  return play;
}

/** A dossier in which someone has a place that no one has in the others; what its addresses name. */
export type Scene = { userId: string; params: Record<string, string> };

/** Each of them, by who stands there. */
export async function scenesOf(suite: EngineSuite, former: string): Promise<Record<string, Scene>> {
  const { consumer, friend, clerk, mediator, officer, respondent } = suite.people;
  const at = async (play: Play, userId: string): Promise<Scene> => {
    const { proposals, documents } = await play.state();
    const [proposalId, documentId] = [proposals.at(-1)?.id ?? randomUUID(), documents[0]?.id ?? randomUUID()];
    return { userId, params: { dossierId: play.dossierId, proposalId, documentId } };
  };
  const filed: Scenario = [...inNegotiation, { by: 'consumer', act: 'addDocument' }];
  const acting = await openPlay(suite, represented(filed));
  const mediated = await openPlay(suite, represented([...mediatorProposed, { by: 'consumer', act: 'addDocument' }]));
  const drafted = await openPlay(suite, represented(draft));
  const [plain, ofRespondent, ofFriend] = [(scenario: Scenario) => scenario, charged, represented];
  const taken = await openPlay(suite, charged(inNegotiation));
  const offered: Scenario = [...countered, { by: 'clerk', act: 'addDocument' }];
  const answered = await openPlay(suite, offered);
  const changed = async (goes: typeof plain) => {
    const play = await handedOn(suite, former, goes(inMediation));
    await play.step({ by: 'mediator', act: 'propose' });
    return play;
  };
  const handed = await changed(plain);
  const read = await openPlay(suite, [...filed, { by: 'officer', act: 'breakGlass' }]);
  return {
    'represented.consumer of a draft': await at(drafted, consumer.userId),
    'representative of a draft': await at(drafted, friend.userId),
    'represented.consumer': await at(acting, consumer.userId),
    representative: await at(acting, friend.userId),
    'represented.consumer in mediation': await at(mediated, consumer.userId),
    'representative in mediation': await at(mediated, friend.userId),
    'respondent in charge': await at(taken, respondent.userId),
    'consumer who answers': await at(answered, consumer.userId),
    'clerk who awaits': await at(answered, clerk.userId),
    'representative who answers': await at(await openPlay(suite, ofFriend(offered)), friend.userId),
    'respondent who awaits': await at(await openPlay(suite, ofRespondent(offered)), respondent.userId),
    'consumer after a change of hands': await at(handed, consumer.userId),
    'clerk after a change of hands': await at(handed, clerk.userId),
    'representative after a change of hands': await at(await changed(ofFriend), friend.userId),
    'respondent after a change of hands': await at(await changed(ofRespondent), respondent.userId),
    'representative after an agreement': await at(await openPlay(suite, ofFriend(agreed)), friend.userId),
    'mediator after an agreement': await at(await openPlay(suite, agreedInMediation), mediator.userId),
    'mediator who begins': await at(await openPlay(suite, inMediation), mediator.userId),
    'mediator of this one': await at(mediated, mediator.userId),
    'named.mediator': await at(await openPlay(suite, mediatorNamed), mediator.userId),
    'former.mediator of this one': await at(await handedOn(suite, former, inMediation), former),
    'officer who reads by exception': await at(read, officer.userId),
  };
}
