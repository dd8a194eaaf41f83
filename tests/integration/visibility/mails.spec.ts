import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { sentMailOf, type SentMail } from '#tests/kit/worker/sent-mail.ts';
import { cases, goOn, passWhatIsDue, type HiddenAct } from './hidden-acts.ts';
import { playWorld, type Stage, type World } from './world.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => void (activityRuns = await startActivityRuns()));
afterAll(async () => activityRuns?.stop());

type Told = { stage: Stage; represented: boolean; ending: 'failed' | 'agreed'; handlerLeaves: boolean };

/**
 * Plays a world, does the acts, then what happens in every world: the system's reminders, a new version, a document, an end. Returns what
 * reached each role, as text without what tells one world from the other.
 */
async function told(
  acts: HiddenAct[],
  { stage, represented, ending, handlerLeaves }: Told,
): Promise<Map<string, string[]>> {
  const world = await playWorld(activityRuns.pool, stage, {
    represented,
    people: await activityRuns.people(),
    owed: true,
  });
  await sentMailOf(activityRuns, world);
  const mails: SentMail[] = [];
  for (const act of acts) {
    await world.run(act.steps(world.acting));
    mails.push(...(await sentMailOf(activityRuns, world)));
  }
  if (handlerLeaves) await dismiss(world);
  world.wait(250);
  await passWhatIsDue(world);
  mails.push(...(await sentMailOf(activityRuns, world)));
  await goOn(world, ending);
  mails.push(...(await sentMailOf(activityRuns, world)));
  const by = new Map<string, string[]>();
  for (const { who, mail } of mails) {
    by.set(who, [...(by.get(who) ?? []), alike(`${mail.subject}\n${mail.text}\n${mail.html}`)]);
  }
  // Those of one event leave together, in no order.
  for (const texts of by.values()) texts.sort();
  return by;
}

const dismiss = ({ people }: World) =>
  activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [people.clerk.userId]);

const alike = (text: string): string =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>').replaceAll(/\b20\d\d-\d{6}\b/g, '<number>');

/** The address of a role, as tests/kit/worker/activity-runs.ts gives it; the Office has its own. */
const addressOf = (role: string): string => (role === 'officer' ? 'office' : role.toLowerCase());

const inMediation = cases.filter(([, { stage }]) => stage === 'mediation' || stage === 'proposed');

describe('§6 F-144 a reader hears the same whether or not what they may not know has happened', () => {
  test.each(inMediation)('%s', async (_name, { stage, represented, role, hidden }) => {
    const options: Told = { stage, represented, ending: 'failed', handlerLeaves: false };
    const [happened, not] = [await told(hidden, options), await told([], options)];
    expect([...not.values()].flat().length).toBeGreaterThan(2);
    expect(happened.get(addressOf(role)) ?? []).toEqual(not.get(addressOf(role)) ?? []);
  });

  const merchantApart = inMediation.filter(([, { role, stage }]) => role === 'respondent' && stage === 'proposed');
  test.each(merchantApart)('A-22 when the handler has left, %s', async (_name, { stage, represented, hidden }) => {
    const options: Told = { stage, represented, ending: 'failed', handlerLeaves: true };
    const [happened, not] = [await told(hidden, options), await told([], options)];
    // The respondent stands in: there is something to sentMailOf, and it is the same.
    expect(not.get('respondent')?.length ?? 0).toBeGreaterThan(2);
    expect(happened.get('respondent')).toEqual(not.get('respondent'));
  });

  test('A-22 F-113 when the handler has left, who may take charge is told that something waits, and neither what nor from whom', async () => {
    const world = await playWorld(activityRuns.pool, 'proposed', { people: await activityRuns.people(), owed: true });
    await sentMailOf(activityRuns, world);
    await dismiss(world);
    await world.run([{ by: 'mediator', act: 'postMessage', thread: 'merchantCaucus' }]);
    const waiting = await sentMailOf(activityRuns, world);
    expect(waiting.map(({ who, row }) => [who, row.template])).toEqual([['respondent', 'charge-waiting']]);
    expect(waiting[0]?.mail.text).not.toMatch(/m[ée]diat|priv|message/i);
    await world.run([{ by: 'mediator', act: 'postMessage', thread: 'mediationRoom' }]);
    // The consumer has a mail about that room, whose messages they have not read yet; the respondent, who stands in, has none.
    expect((await sentMailOf(activityRuns, world)).map(({ who }) => who)).toEqual(['respondent']);
  });
});
