import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  draft,
  inMediation,
  mediatorNamed,
  inNegotiation,
  submitted,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { startActivityRuns, type ActivityRuns } from '#tests/kit/worker/activity-runs.ts';
import { sentMailOf, who } from '#tests/kit/worker/sent-mail.ts';

let activityRuns: ActivityRuns;
beforeAll(async () => {
  activityRuns = await startActivityRuns();
});
afterAll(async () => {
  await activityRuns?.stop();
});

/** A dossier in the state that a test begins with, what it owed until then being done. */
async function playedTo(scenario: Scenario) {
  const play = await activityRuns.open(scenario);
  await sentMailOf(activityRuns, play);
  return { play, people: play.people };
}

/** The consumer's friend accepts to represent them. */
async function represented(scenario: Scenario) {
  const { play, people } = await playedTo(scenario);
  const { invitationId } = (await play.step({ by: 'consumer', act: 'nameRepresentative' })).command;
  const invited = await sentMailOf(activityRuns, play);
  await play.step({ by: 'friend', act: 'acceptInvitation' });
  await activityRuns.pool.query('update invitation set accepted_by = $2 where id = $1', [
    invitationId,
    people.friend.userId,
  ]);
  return { play, people, invited, accepted: await sentMailOf(activityRuns, play) };
}

const disable = (userId: string) =>
  activityRuns.pool.query('update app_user set disabled_at = now() where id = $1', [userId]);

describe('the merchant', () => {
  test('F-080 M-05 A-04 the respondent is told when a dossier is submitted, and not of a draft', async () => {
    const play = await activityRuns.open();
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer draft-opened']);
    await play.step({ by: 'consumer', act: 'submitDossier' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer dossier-submitted', 'respondent new-dossier']);
  });

  test('A-22 the respondent hears everything while nobody has charge', async () => {
    const { play } = await playedTo(submitted);
    await play.step({ by: 'consumer', act: 'postMessage' });
    await play.step({ by: 'consumer', act: 'addDocument' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'respondent document-added',
      'respondent message-received',
    ]);
  });

  test('A-23 who has no charge is told what to do first, by a mail that says what may be done; who has it is not', async () => {
    const { play } = await playedTo(submitted);
    const edited = async () => {
      await play.step({ by: 'consumer', act: 'editProposal' });
      return (await sentMailOf(activityRuns, play)).map(({ mail }) =>
        /prenez-le d’abord en charge|first take charge of it/.test(mail.text),
      );
    };
    expect(await edited()).toEqual([true]);
    await play.step({ by: 'clerk', act: 'takeCharge' });
    await sentMailOf(activityRuns, play);
    expect(await edited()).toEqual([false]);
  });

  test('F-086 M-06 who has charge hears everything, and the respondent no more', async () => {
    const { play } = await playedTo(submitted);
    await play.step({ by: 'clerk', act: 'takeCharge' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk charge-confirmed',
      'consumer charge-taken',
      'respondent charge-changed',
    ]);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk message-received']);
    await play.step({ by: 'consumer', act: 'addDocument' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk document-added']);
    await play.step({ by: 'consumer', act: 'editProposal' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk proposal-edited']);
    await play.step({ by: 'consumer', act: 'closeDossier', reason: 'autre' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk dossier-closed', 'consumer information-kit']);
  });

  test('A-21 a take-over tells who comes, who goes, the respondent and the consumer', async () => {
    const { play } = await playedTo(inNegotiation);
    await play.step({ by: 'otherClerk', act: 'takeCharge' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk charge-replaced',
      'consumer charge-passed',
      'otherclerk charge-confirmed',
      'respondent charge-changed',
    ]);
  });

  test('F-081 A-21 charge given by the respondent tells who has it now and by whom, who had it, and the consumer', async () => {
    const { play } = await playedTo(inNegotiation);
    await play.step({ by: 'respondent', act: 'giveCharge', to: 'otherClerk' });
    const told = await sentMailOf(activityRuns, play);
    expect(who(told)).toEqual(['clerk charge-replaced', 'consumer charge-passed', 'otherclerk charge-given']);
    expect(told.find(({ row }) => row.template === 'charge-given')?.mail.text).toContain('P-respondent Essai');
  });

  test('B-09 F-086 who stands in hears too, without being told what they do not read, on the days of the absence and while both are members', async () => {
    const { play, people } = await playedTo(inNegotiation);
    const absent = async (first: number, last: number) => {
      await activityRuns.pool.query('delete from member_absence where merchant_id = $1', [people.merchantId]);
      await activityRuns.pool.query(
        `insert into member_absence (id, merchant_id, user_id, substitute_id, first_day, last_day, declared_by)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $2)`,
        [people.merchantId, people.clerk.userId, people.otherClerk.userId, dayFromToday(first), dayFromToday(last)],
      );
    };
    const file = async () => {
      await play.step({ by: 'consumer', act: 'addDocument' });
      return who(await sentMailOf(activityRuns, play));
    };
    await absent(0, 0);
    expect(await file()).toEqual(['clerk document-added', 'otherclerk document-added']);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk message-received',
      'otherclerk substitute-update',
    ]);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([]);
    for (const [first, last] of [
      [-9, -1],
      [1, 9],
    ] as const) {
      await absent(first, last);
      expect(await file()).toEqual(['clerk document-added']);
    }
    await absent(-3, 3);
    await play.step({ by: 'otherClerk', act: 'takeCharge' });
    await sentMailOf(activityRuns, play);
    expect(await file()).toEqual(['otherclerk document-added']);
    await play.step({ by: 'clerk', act: 'takeCharge' });
    await sentMailOf(activityRuns, play);
    await activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [
      people.otherClerk.userId,
    ]);
    expect(await file()).toEqual(['clerk document-added']);
  });

  test('A-22 a disabled account, or a member who left, is replaced by the respondent', async () => {
    for (const gone of ['disabled', 'left'] as const) {
      const { play, people } = await playedTo(inNegotiation);
      if (gone === 'disabled') await disable(people.clerk.userId);
      else {
        await activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [
          people.clerk.userId,
        ]);
      }
      await play.step({ by: 'consumer', act: 'postMessage' });
      expect(who(await sentMailOf(activityRuns, play))).toEqual(['respondent message-received']);
    }
  });

  test('A-22 a member who will leave later still hears', async () => {
    const { play, people } = await playedTo(inNegotiation);
    await activityRuns.pool.query(`update merchant_member set until = now() + interval '2 days' where user_id = $1`, [
      people.clerk.userId,
    ]);
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk message-received']);
  });

  test('a company without any contact person left is written to at its own address', async () => {
    const { play, people } = await playedTo(draft);
    await disable(people.respondent.userId);
    await play.step({ by: 'consumer', act: 'submitDossier' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer dossier-submitted', 'siege new-dossier']);
  });
});

describe('the representative', () => {
  test('F-077 M-03 A-19 the invited person gets number and key, which is kept nowhere once it left', async () => {
    const { play, invited } = await represented(submitted);
    expect(who(invited)).toEqual(['consumer representative-named', 'invitee representative-invitation']);
    const invitation = invited.find(({ who }) => who === 'invitee')!;
    expect(invitation.mail.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const dossier = await activityRuns.pool.query('select number from dossier where id = $1', [play.dossierId]);
    expect(invitation.mail.text).toContain(dossier.rows[0].number);
    expect(Object.keys(invitation.row.params)).not.toContain('key');
    const stored = await activityRuns.pool.query(`select params::text from mail where id = $1`, [invitation.row.id]);
    const [key] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invitation.mail.text)!;
    expect(stored.rows[0].params).not.toContain(key);
  });

  test('F-077 the invited person is greeted without the name that was typed for them', async () => {
    const { play } = await playedTo(submitted);
    const named = await play.prepare({ by: 'consumer', act: 'nameRepresentative' });
    await activityRuns.pool.query(`update invitation set first_name = 'Zorglub', last_name = 'Moqueur' where id = $1`, [
      named.command.invitationId,
    ]);
    await play.send(named);
    const { mail } = (await sentMailOf(activityRuns, play)).find(({ who }) => who === 'invitee')!;
    expect(mail.text).toMatch(/^Bonjour,\n/);
    expect(`${mail.text}${mail.html}${JSON.stringify([...mail.headers])}`).not.toMatch(/Zorglub|Moqueur/);
  });

  test('F-071 A-17 once represented, the consumer only reads that there is news', async () => {
    const { play, accepted } = await represented(inNegotiation);
    expect(who(accepted)).toEqual([
      'clerk representative-announced',
      'consumer representative-active',
      'friend representative-welcome',
    ]);
    await play.step({ by: 'clerk', act: 'propose' });
    const sentMail = await sentMailOf(activityRuns, play);
    expect(who(sentMail)).toEqual(['consumer represented-update', 'friend counter-proposal-received']);
    const consumer = sentMail.find(({ who }) => who === 'consumer')!.mail;
    expect(consumer.text).not.toMatch(/accepter|répondre à|contre-proposition/);
    await play.step({ by: 'friend', act: 'propose' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk counter-proposal-received',
      'consumer represented-update',
    ]);
  });

  test('F-073 A-18 a representative who is removed is told that it is over, and hears nothing more', async () => {
    const { play } = await represented(inNegotiation);
    await play.step({ by: 'consumer', act: 'removeRepresentative' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk representation-over',
      'consumer representative-removed',
      'friend representation-ended',
    ]);
    await play.step({ by: 'clerk', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer message-received']);
  });

  test('a representative whose account is closed no longer hears: the consumer does', async () => {
    const { play, people } = await represented(inNegotiation);
    await disable(people.friend.userId);
    await play.step({ by: 'clerk', act: 'postMessage' });
    expect(who(await sentMailOf(activityRuns, play))).toContain('consumer message-received');
  });
});

describe('mediation', () => {
  test('F-121 F-144 M-09 B-10 the mediator is told of the dossier, both sides of the mediator, then of the declaration', async () => {
    const play = await activityRuns.open(inMediation);
    const sentMail = who(await sentMailOf(activityRuns, play));
    expect(sentMail).toEqual(
      expect.arrayContaining([
        'clerk mediation-requested',
        'clerk mediator-assigned',
        'clerk mediator-declared',
        'consumer mediator-assigned',
        'consumer mediator-declared',
        'mediator mediation-assigned',
      ]),
    );
    // Named by the time that its mail is written: there is nobody left to name.
    expect(sentMail).not.toContain('office mediation-to-assign');
  });

  test('§6 an acceptance is told to the mediator alone until the other side accepts too', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'mediator', act: 'propose' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk mediator-proposal-received',
      'consumer mediator-proposal-received',
    ]);
    await play.step({ by: 'consumer', act: 'acceptProposal' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['mediator mediation-acceptance']);
    await play.step({ by: 'clerk', act: 'acceptProposal' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk agreement-concluded',
      'consumer agreement-concluded',
      'mediator agreement-concluded-mediator',
    ]);
  });

  test('B-10 who has not declared is told of nothing that happens; F-115 a proposal that does not do is told to the mediator alone', async () => {
    const { play } = await playedTo(mediatorNamed);
    await play.step({ by: 'consumer', act: 'postMessage', thread: 'mediationRoom' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk message-received']);
    await play.step({ by: 'mediator', act: 'declareNoConflict' });
    await play.step({ by: 'mediator', act: 'propose' });
    await sentMailOf(activityRuns, play);
    await play.step({ by: 'consumer', act: 'askForRevision' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['mediator mediation-revision-asked']);
  });

  test('F-113 a private talk is told to the two who have it', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'mediator', act: 'postMessage', thread: 'consumerCaucus' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer message-received']);
    await play.step({ by: 'clerk', act: 'postMessage', thread: 'merchantCaucus' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['mediator message-received']);
  });
});

describe('the acts of a negotiation', () => {
  test('M-07 each is told to the other side: take-over, answer, edit, message, document, request for mediation, closing', async () => {
    const { play } = await playedTo(submitted);
    const told = async (): Promise<string[]> => who(await sentMailOf(activityRuns, play));
    await play.step({ by: 'consumer', act: 'editProposal' });
    expect(await told()).toEqual(['respondent proposal-edited']);
    await play.step({ by: 'clerk', act: 'takeCharge' });
    expect(await told()).toContain('consumer charge-taken');
    await play.step({ by: 'clerk', act: 'propose' });
    expect(await told()).toEqual(['consumer counter-proposal-received']);
    await play.step({ by: 'clerk', act: 'editProposal' });
    expect(await told()).toEqual(['consumer proposal-edited']);
    await play.step({ by: 'consumer', act: 'propose' });
    expect(await told()).toEqual(['clerk counter-proposal-received']);
    for (const [by, other] of [
      ['consumer', 'clerk'],
      ['clerk', 'consumer'],
    ] as const) {
      await play.step({ by, act: 'postMessage' });
      expect(await told()).toEqual([`${other} message-received`]);
      await play.step({ by, act: 'addDocument' });
      expect(await told()).toEqual([`${other} document-added`]);
    }
    await play.step({ by: 'clerk', act: 'requestMediation' });
    expect(await told()).toEqual(['consumer mediation-requested', 'office mediation-to-assign']);
    await play.step({ by: 'consumer', act: 'closeDossier' });
    expect(await told()).toEqual(['clerk dossier-closed', 'consumer information-kit']);
  });

  test('F-101 M-07 M-10 an acceptance concludes the agreement, of which both sides are told', async () => {
    const { play } = await playedTo(inNegotiation);
    await play.step({ by: 'clerk', act: 'acceptProposal' });
    const heard = await sentMailOf(activityRuns, play);
    expect(who(heard)).toEqual(['clerk agreement-concluded', 'consumer agreement-concluded']);
    for (const { mail } of heard) expect(mail.subject.toLowerCase()).toContain('entente');
  });
});

describe('the follow-up of a mediation', () => {
  test('F-130 F-136 M-12 the mediator’s report reaches the Office, whose reminder reaches the side that is waited for', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' });
    const reported = await sentMailOf(activityRuns, play);
    expect(who(reported)).toEqual(['office mediation-report']);
    await play.step({ by: 'officer', act: 'nudge', side: 'merchant' });
    const answered = await sentMailOf(activityRuns, play);
    expect(who(answered)).toEqual(['clerk office-nudge', 'mediator mediation-report-answered']);
    const { mail } = answered.find(({ mail }) => mail.text.includes('/mediation/suivi'))!;
    expect(mail.text).toContain('The Office reminded the party by e-mail');
    await play.step({ by: 'officer', act: 'nudge', side: 'consumer' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer office-nudge']);
  });
});

describe('the Office reads content for a reason', () => {
  test('A-30 both parties and the mediator are told at once, with the reason in words and until when', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'officer', act: 'breakGlass', reason: 'tribunal', justification: 'SECRET-DE-L-OFFICE' });
    const heard = await sentMailOf(activityRuns, play);
    expect(who(heard)).toEqual(['clerk break-glass', 'consumer break-glass', 'mediator break-glass']);
    for (const { mail } of heard) {
      const text = mail.text.replaceAll(/[\u00a0\u202f]/g, ' ');
      expect(text).toMatch(/ordonnance d’un tribunal|court order/);
      expect(text).toMatch(/\d+ h \d+|\d:\d\d [ap]\.m\./);
      expect(text).not.toContain('SECRET-DE-L-OFFICE');
    }
    await play.step({ by: 'officer', act: 'endBreakGlass' });
    expect(await sentMailOf(activityRuns, play)).toEqual([]);
  });
});

describe('F-140 every closing without agreement brings the information kit', () => {
  test('D-05 M-11 F-004 to the consumer when the merchant ends the negotiation, with the remedies that are left', async () => {
    const { play } = await playedTo(inNegotiation);
    await play.step({ by: 'clerk', act: 'closeDossier', reason: 'impasse' });
    const heard = await sentMailOf(activityRuns, play);
    expect(who(heard)).toEqual(['consumer dossier-closed', 'consumer information-kit']);
    const kit = heard.find(({ row }) => row.template === 'information-kit')!.mail.text.replaceAll('\u00a0', ' ');
    for (const words of ['mise en demeure', 'Division des petites créances']) expect(kit).toContain(words);
  });

  test('also to a represented consumer, beside the representative', async () => {
    const { play } = await represented(submitted);
    await play.step({ by: 'respondent', act: 'refuseToNegotiate', reason: 'autre' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(
      expect.arrayContaining(['consumer information-kit', 'friend information-kit', 'friend negotiation-refused']),
    );
  });

  test('and after a mediation that failed', async () => {
    const { play } = await playedTo(inMediation);
    await play.step({ by: 'mediator', act: 'postMessage', thread: 'mediationRoom', announcesClosing: true });
    // F-131: the parties are told that the end is announced, and not of any message.
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk closing-announced',
      'consumer closing-announced',
    ]);
    await play.step({ by: 'mediator', act: 'closeMediation', reason: 'impasse', nature: 'Un lit livré en retard.' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk mediation-failed',
      'consumer information-kit',
      'consumer mediation-failed',
    ]);
  });
});
