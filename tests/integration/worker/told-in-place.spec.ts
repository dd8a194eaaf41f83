import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  agreed,
  inMediation,
  inNegotiation,
  mediatorNamed,
  submitted,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import type { Play } from '#tests/kit/engine/play.ts';
import type { People } from '#tests/kit/people.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { sentMailOf, who } from '#tests/kit/worker/sent-mail.ts';

/** Who of a company is told in the place of another: nobody has charge, or who has it, or the respondent, is away. */
let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

async function playedTo(scenario: Scenario) {
  const play = await activityRuns.open(scenario);
  await sentMailOf(activityRuns, play);
  return { play, people: play.people };
}

/** That person is away today, and a colleague stands in. */
const away = ({ merchantId }: People, absent: string, substitute: string) =>
  activityRuns.pool.query(
    `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
       select gen_random_uuid(), $1, $2, $3, '${dayFromToday()}', '${dayFromToday()}', $2`,
    [merchantId, absent, substitute],
  );

/** Whoever was away is there again. */
const back = (absent: string) =>
  activityRuns.pool.query('update member_absence set cancelled_at = now() where user_id = $1', [absent]);

describe('in the place of another', () => {
  test('B-09 A-22 while a respondent is away, who stands in hears what the respondent hears of dossiers that nobody has charge of', async () => {
    const { play, people } = await playedTo(submitted);
    await away(people, people.respondent.userId, people.otherClerk.userId);
    await play.step({ by: 'consumer', act: 'addDocument' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'otherclerk document-added',
      'respondent document-added',
    ]);
    await play.step({ by: 'consumer', act: 'postMessage' });
    const told = await sentMailOf(activityRuns, play);
    expect(who(told)).toEqual(['otherclerk charge-waiting', 'respondent message-received']);
    const waiting = told.find(({ row }) => row.template === 'charge-waiting')?.mail.text;
    expect(waiting).toMatch(/personne de votre entreprise n’en est responsable|nobody in your company is in charge/);
    // Once a day, of what they do not read.
    for (const [hours, again] of [
      [0, []],
      [23, []],
      [25, ['otherclerk charge-waiting']],
    ] as const) {
      await activityRuns.pool.query(
        `update mail set created_at = now() - make_interval(hours => $2) where dossier_id = $1 and template = 'charge-waiting'`,
        [play.dossierId, hours],
      );
      await play.step({ by: 'consumer', act: 'postMessage' });
      expect([hours, who(await sentMailOf(activityRuns, play))]).toEqual([hours, again]);
    }
    // Once somebody has charge, the respondent's substitute is nobody to it.
    await play.step({ by: 'clerk', act: 'takeCharge' });
    expect(who(await sentMailOf(activityRuns, play))).not.toContain('otherclerk charge-changed');
    await play.step({ by: 'consumer', act: 'addDocument' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk document-added']);
  });

  test('A-22 F-113 a private talk that nobody of the company reads any more is told to wait, without a word of it; so it is to who stands in', async () => {
    const { play, people } = await playedTo(inMediation);
    const write = () => play.step({ by: 'mediator', act: 'postMessage', thread: 'merchantCaucus' });
    await away(people, people.clerk.userId, people.otherClerk.userId);
    await write();
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk message-received',
      'otherclerk substitute-update',
    ]);
    await activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [people.clerk.userId]);
    await write();
    const told = await sentMailOf(activityRuns, play);
    expect(who(told)).toEqual(['respondent charge-waiting']);
    expect(told[0]?.mail.text).not.toMatch(/privé|private|médiat|mediat/i);
  });

  test('A-21 F-120 in a mediation who mediates is told who speaks for the merchant now, once they may read it', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'otherClerk', act: 'takeCharge' });
    const told = await sentMailOf(activityRuns, play);
    expect(who(told)).toContain('mediator charge-passed-mediator');
    const mail = told.find(({ row }) => row.template === 'charge-passed-mediator')?.mail.text;
    expect(mail).toContain('P-otherClerk Essai');
    const { play: named } = await playedTo(mediatorNamed);
    await named.step({ by: 'otherClerk', act: 'takeCharge' });
    expect(who(await sentMailOf(activityRuns, named)).filter((each) => each.startsWith('mediator'))).toEqual([]);
  });

  test('F-103 A-22 after an agreement a message reaches the respondent once the handler has left, and then whoever takes charge', async () => {
    const { play, people } = await playedTo(agreed);
    await activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [people.clerk.userId]);
    await play.step({ by: 'consumer', act: 'postMessage' });
    const told = await sentMailOf(activityRuns, play);
    expect(who(told)).toEqual(['respondent message-received']);
    expect(told[0]?.mail.text).toMatch(/prenez-le d’abord en charge|first take charge of it/);
    await play.step({ by: 'otherClerk', act: 'takeCharge' });
    const charge = await sentMailOf(activityRuns, play);
    expect(who(charge)).toEqual([
      'consumer charge-passed',
      'otherclerk charge-confirmed-after',
      'respondent charge-changed',
    ]);
    const confirmed = charge.find(({ row }) => row.template === 'charge-confirmed-after')?.mail.text;
    expect(confirmed).toMatch(/\/dossiers\/[\w-]+\/messages/);
    await play.step({ by: 'otherClerk', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer message-received']);
  });

  test.each([
    ['charge-waiting', submitted, (play: Play) => play.step({ by: 'clerk', act: 'takeCharge' })],
    ['charge-waiting', submitted, (play: Play) => back(play.people.respondent.userId)],
    ['substitute-update', inNegotiation, (play: Play) => play.step({ by: 'respondent', act: 'takeCharge' })],
    ['substitute-update', inNegotiation, (play: Play) => back(play.people.clerk.userId)],
  ] as const)(
    'B-09 A-22 %s that waited for a mail server leaves while its reader stands in, and no more once somebody has charge or is back',
    async (template, scenario, meanwhile) => {
      for (const over of [false, true]) {
        const { play, people } = await playedTo(scenario);
        const absent = template === 'charge-waiting' ? people.respondent : people.clerk;
        await away(people, absent.userId, people.otherClerk.userId);
        await activityRuns.mail.down();
        await play.step({ by: 'consumer', act: 'postMessage' });
        await activityRuns.run(play.dossierId);
        if (over) await meanwhile(play);
        await activityRuns.mail.up();
        await activityRuns.wait();
        await activityRuns.deliverPending();
        const told = (await activityRuns.outbox(play.dossierId)).filter((row) => row.template === template);
        expect(told.map(({ state }) => state)).toEqual(over ? [] : ['sent']);
      }
    },
  );
});
