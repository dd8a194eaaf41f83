import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { helpAddress } from '#contracts/pages/index.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import { inMediation, inNegotiation, submitted, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import type { Play } from '#tests/kit/engine/play.ts';
import type { ReceivedMail } from '#tests/kit/mail.ts';
import { origin, startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { sentMailOf, who, type SentMail } from '#tests/kit/worker/sent-mail.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

const secret = (what: string): string => `SECRET-${what}-7Q`;

const say = (by: 'consumer' | 'clerk' | 'mediator', thread: Thread) =>
  ({ by, act: 'postMessage', thread, body: secret(`message-${thread}`) }) as const;

/** From the submission to a mediation that fails, everything that people write being marked. */
const markedSteps: Scenario = [
  { by: 'consumer', act: 'submitDossier', proposal: secret('terms') },
  { by: 'clerk', act: 'takeCharge' },
  { by: 'consumer', act: 'addDocument', title: secret('document') },
  { by: 'consumer', act: 'withdrawDocument', justification: secret('withdrawal') },
  say('consumer', 'negotiation'),
  { by: 'clerk', act: 'propose', proposal: secret('counter') },
  { by: 'clerk', act: 'editProposal', proposal: secret('version') },
  { by: 'consumer', act: 'requestMediation' },
  { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
  { by: 'mediator', act: 'declareNoConflict' },
  say('mediator', 'mediationRoom'),
  say('consumer', 'consumerCaucus'),
  say('clerk', 'merchantCaucus'),
  { ...say('mediator', 'mediationRoom'), announcesClosing: true },
  {
    by: 'mediator',
    act: 'closeMediation',
    reason: 'impasse',
    justification: secret('justification'),
    nature: secret('nature'),
  },
];

async function wholeStory(): Promise<{ play: Play; sentMail: SentMail[] }> {
  const play = await activityRuns.open();
  const sentMail: SentMail[] = [];
  await activityRuns.pool.query(
    `insert into dossier_form (dossier_id, title, parties, problem) values ($1, $2, '{}', jsonb_build_object('details', $3::text))`,
    [play.dossierId, secret('title'), secret('details')],
  );
  for (const step of markedSteps) {
    await play.run([step]);
    sentMail.push(...(await sentMailOf(activityRuns, play)));
  }
  return { play, sentMail };
}

const links = (html: string): string[] => [...new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!))];
const language = ({ headers }: ReceivedMail): string => String(headers.get('content-language'));

describe('every mail of a dossier, from its opening to a mediation that fails', () => {
  let story: Awaited<ReturnType<typeof wholeStory>>;
  beforeAll(async () => {
    story = await wholeStory();
  });

  test('there are many, to every one of the cast that takes part', () => {
    expect(story.sentMail.length).toBeGreaterThan(20);
    expect([...new Set(story.sentMail.map(({ who }) => who))].sort()).toEqual([
      'clerk',
      'consumer',
      'mediator',
      'office',
      'respondent',
    ]);
  });

  test('none holds what anybody wrote, in any part or header', () => {
    for (const { mail, row } of story.sentMail) {
      const all = [mail.subject, mail.text, mail.html, ...[...mail.headers.values()].map(String)].join('\n');
      expect({ template: row.template, leak: /SECRET-[\w-]+/.exec(all)?.[0] }).toEqual({
        template: row.template,
        leak: undefined,
      });
    }
    const stored = JSON.stringify(story.sentMail.map(({ row }) => row));
    expect(stored).not.toContain('SECRET');
  });

  test('B-12 each is in its reader’s language, in both parts', () => {
    for (const { who, mail, row } of story.sentMail) {
      const expected = ['respondent', 'mediator'].includes(who) ? 'en' : 'fr';
      expect([row.template, language(mail)]).toEqual([row.template, expected]);
      expect(mail.html).toContain(`<html lang="${expected}"`);
      expect(mail.text).toContain(expected === 'fr' ? 'Bonjour' : 'Hello');
    }
  });

  test('each has a text part and an HTML part, one button at most, and leads to its page only', () => {
    const { dossierId } = story.play;
    const rooms = ['negotiation', 'consumerCaucus', 'merchantCaucus'].map((room) => `/messages?fil=${room}`);
    const pages = ['', '/propositions', '/documents', '/messages', ...rooms].map(
      (page) => `${origin}/dossiers/${dossierId}${page}`,
    );
    for (const { who, mail, row } of story.sentMail) {
      const [target, ...others] = links(mail.html);
      const help = [helpAddress('remedies'), helpAddress('caseLaw')].map((address) => `${origin}${address}`);
      expect(others).toEqual(row.template === 'information-kit' ? help : []);
      expect(who === 'office' ? [`${origin}/office/dossiers/${dossierId}`] : pages).toContain(target);
      expect(mail.text.split('\n')).toContain(target);
      expect(mail.html.match(/display:inline-block/g)).toHaveLength(1);
      expect([row.template, mail.html.includes('<img')]).toEqual([row.template, false]);
      expect(mail.attachments).toEqual([]);
    }
  });

  test('each greets its reader, comes from the platform, and says that it is automatic', () => {
    for (const { who, mail } of story.sentMail) {
      if (who !== 'office') expect(mail.text.toLowerCase()).toContain(`p-${who} essai`);
      expect(mail.from).toEqual({ address: 'ne-pas-repondre@parle.example', name: 'Parle consommation' });
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    }
  });

  test('F-123 nobody is told of a private talk that they do not take part in', () => {
    const caucuses = story.sentMail.filter(({ row }) => String(row.params['thread'] ?? '').endsWith('Caucus'));
    expect(who(caucuses)).toEqual(['mediator message-received', 'mediator message-received']);
  });
});

describe('A-29 messages', () => {
  const threadOf = (sentMail: SentMail[]): string[] => sentMail.map(({ who, row }) => `${who} ${row.params['thread']}`);
  const visit = (dossierId: string, userId: string) =>
    activityRuns.pool.query(
      `insert into thread_read (dossier_id, thread, user_id, read_at, seen_until) values ($1, 'negotiation', $2, clock_timestamp(), clock_timestamp())
       on conflict (dossier_id, thread, user_id) do update set read_at = excluded.read_at, seen_until = excluded.seen_until`,
      [dossierId, userId],
    );

  test('the first one is told at once, the next ones not until the reader has come', async () => {
    const play = await activityRuns.open(inNegotiation);
    const { people, dossierId } = play;
    await sentMailOf(activityRuns, play);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual(['clerk negotiation']);
    await play.step({ by: 'consumer', act: 'postMessage' });
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual([]);
    await visit(dossierId, people.clerk.userId);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await afterAGlance(play))).toEqual(['clerk negotiation']);
    await play.step({ by: 'clerk', act: 'postMessage' });
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual(['consumer negotiation']);
  });

  /** What leaves once someone who may have the conversation open has had the time to see. */
  const afterAGlance = async (play: Play): Promise<SentMail[]> => {
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual([]);
    await activityRuns.wait();
    await activityRuns.deliverPending();
    return sentMailOf(activityRuns, play);
  };

  test('F-144 who was there a moment ago is told a little later, and not of what they have read by then', async () => {
    const play = await activityRuns.open(inNegotiation);
    const { people, dossierId } = play;
    await sentMailOf(activityRuns, play);
    await visit(dossierId, people.clerk.userId);
    await play.step({ by: 'consumer', act: 'postMessage' });
    await activityRuns.run(dossierId);
    await visit(dossierId, people.clerk.userId);
    expect(threadOf(await afterAGlance(play))).toEqual([]);
    expect((await activityRuns.outbox(dossierId)).filter(({ template }) => template === 'message-received')).toEqual(
      [],
    );
    // Nobody came: both are told of by one mail.
    await play.step({ by: 'consumer', act: 'postMessage' });
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await afterAGlance(play))).toEqual(['clerk negotiation']);
  });

  test('A-29 F-144 who came after a message, and did not have it on their page, is told of it', async () => {
    const play = await activityRuns.open(inNegotiation);
    const { people, dossierId } = play;
    await sentMailOf(activityRuns, play);
    await play.step({ by: 'consumer', act: 'postMessage' });
    await activityRuns.pool.query(
      `insert into thread_read (dossier_id, thread, user_id, read_at, seen_until)
       values ($1, 'negotiation', $2, clock_timestamp(), clock_timestamp() - interval '1 day')`,
      [dossierId, people.clerk.userId],
    );
    expect(threadOf(await afterAGlance(play))).toEqual(['clerk negotiation']);
  });

  test('A-29 F-144 who was there within a quarter of an hour is waited for, and who was before is told at once', async () => {
    for (const [minutes, told] of [
      [14, []],
      [16, ['clerk negotiation']],
    ] as const) {
      const play = await activityRuns.open(inNegotiation);
      await sentMailOf(activityRuns, play);
      await activityRuns.pool.query(
        `insert into thread_read (dossier_id, thread, user_id, read_at, seen_until)
         select $1, 'negotiation', $2, at, at from (select now() - make_interval(mins => $3) as at) visit`,
        [play.dossierId, play.people.clerk.userId, minutes],
      );
      await play.step({ by: 'consumer', act: 'postMessage' });
      expect([minutes, threadOf(await sentMailOf(activityRuns, play))]).toEqual([minutes, told]);
    }
  });

  test('several that are told of in the same instant are one mail', async () => {
    const play = await activityRuns.open(inNegotiation);
    await sentMailOf(activityRuns, play);
    for (const _message of [1, 2, 3]) await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual(['clerk negotiation']);
  });

  test('who has read it already is not told, and another conversation is told apart', async () => {
    const play = await activityRuns.open(inMediation);
    const { dossierId } = play;
    await sentMailOf(activityRuns, play);
    await play.step({ by: 'mediator', act: 'postMessage', thread: 'mediationRoom' });
    await play.step({ by: 'mediator', act: 'postMessage', thread: 'consumerCaucus' });
    expect(threadOf(await sentMailOf(activityRuns, play)).sort()).toEqual([
      'clerk mediationRoom',
      'consumer consumerCaucus',
      'consumer mediationRoom',
    ]);
    const other = await activityRuns.open(submitted);
    await sentMailOf(activityRuns, other);
    await other.step({ by: 'consumer', act: 'postMessage' });
    await visit(other.dossierId, other.people.respondent.userId);
    expect(threadOf(await sentMailOf(activityRuns, other))).toEqual([]);
    expect(dossierId).not.toBe(other.dossierId);
  });

  test('a mail that could not be sent at all does not silence the next', async () => {
    const play = await activityRuns.open(submitted);
    const { dossierId } = play;
    await sentMailOf(activityRuns, play);
    activityRuns.mail.fail({ kind: 'refuse', times: 1 });
    await play.step({ by: 'consumer', act: 'postMessage' });
    await activityRuns.run(dossierId);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(threadOf(await sentMailOf(activityRuns, play))).toEqual(['respondent negotiation']);
  });
});
