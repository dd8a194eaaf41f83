import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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
async function playedTo(...steps: ('submit' | 'takeCharge' | 'toMediation')[]) {
  const play = await activityRuns.open();
  for (const step of steps) await play[step]();
  await sentMailOf(activityRuns, play);
  return { play, people: play.people };
}

/** The consumer's friend accepts to represent them. */
async function represented(...steps: ('submit' | 'takeCharge' | 'toMediation')[]) {
  const { play, people } = await playedTo(...steps);
  const invitationId = await play.drafts.invitation(`invitee@${people.merchantId}.example`);
  await play.give(people.consumer, { type: 'nameRepresentative', invitationId });
  const invited = await sentMailOf(activityRuns, play);
  await play.give(people.friend, { type: 'acceptInvitation', invitationId });
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
    await play.submit();
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer dossier-submitted', 'respondent new-dossier']);
  });

  test('A-22 the respondent hears everything while nobody has charge', async () => {
    const { play, people } = await playedTo('submit');
    await play.say(people.consumer);
    await play.give(people.consumer, {
      type: 'addDocument',
      documentId: await play.drafts.document(people.consumer),
    });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'respondent document-added',
      'respondent message-received',
    ]);
  });

  test('F-086 M-06 who has charge hears everything, and the respondent no more', async () => {
    const { play, people } = await playedTo('submit');
    await play.takeCharge();
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk charge-confirmed',
      'consumer charge-taken',
      'respondent charge-changed',
    ]);
    await play.say(people.consumer);
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk message-received']);
    const documentId = await play.drafts.document(people.consumer);
    await play.give(people.consumer, { type: 'addDocument', documentId });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk document-added']);
    const first = (await play.state()).proposals[0]!.id;
    await play.edit(people.consumer, first, 1);
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk proposal-edited']);
    const justificationId = await play.drafts.justification(people.consumer);
    await play.give(people.consumer, { type: 'closeDossier', reason: 'autre', justificationId });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk dossier-closed', 'consumer information-kit']);
  });

  test('A-21 a take-over tells who comes, who goes, the respondent and the consumer', async () => {
    const { play, people } = await playedTo('submit', 'takeCharge');
    await play.give(people.otherClerk, { type: 'takeCharge', replaces: people.clerk.userId });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk charge-replaced',
      'consumer charge-taken',
      'otherclerk charge-confirmed',
      'respondent charge-changed',
    ]);
  });

  test('A-22 a disabled account, or a member who left, is replaced by the respondent', async () => {
    for (const gone of ['disabled', 'left'] as const) {
      const { play, people } = await playedTo('submit', 'takeCharge');
      if (gone === 'disabled') await disable(people.clerk.userId);
      else {
        await activityRuns.pool.query('update merchant_member set until = now() where user_id = $1', [
          people.clerk.userId,
        ]);
      }
      await play.say(people.consumer);
      expect(who(await sentMailOf(activityRuns, play))).toEqual(['respondent message-received']);
    }
  });

  test('A-22 a member who will leave later still hears', async () => {
    const { play, people } = await playedTo('submit', 'takeCharge');
    await activityRuns.pool.query(`update merchant_member set until = now() + interval '2 days' where user_id = $1`, [
      people.clerk.userId,
    ]);
    await play.say(people.consumer);
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk message-received']);
  });

  test('a company without any contact person left is written to at its own address', async () => {
    const { play, people } = await playedTo();
    await disable(people.respondent.userId);
    await play.submit();
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer dossier-submitted', 'siege new-dossier']);
  });
});

describe('the representative', () => {
  test('F-077 M-03 A-19 the invited person gets number and key, which is kept nowhere once it left', async () => {
    const { play, invited } = await represented('submit');
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
    const { play, people } = await playedTo('submit');
    const invitationId = await play.drafts.invitation(`invitee@${people.merchantId}.example`);
    await activityRuns.pool.query(`update invitation set first_name = 'Zorglub', last_name = 'Moqueur' where id = $1`, [
      invitationId,
    ]);
    await play.give(people.consumer, { type: 'nameRepresentative', invitationId });
    const { mail } = (await sentMailOf(activityRuns, play)).find(({ who }) => who === 'invitee')!;
    expect(mail.text).toMatch(/^Bonjour,\n/);
    expect(`${mail.text}${mail.html}${JSON.stringify([...mail.headers])}`).not.toMatch(/Zorglub|Moqueur/);
  });

  test('F-071 A-17 once represented, the consumer only reads that there is news', async () => {
    const { play, people, accepted } = await represented('submit', 'takeCharge');
    expect(who(accepted)).toEqual([
      'clerk representative-announced',
      'consumer representative-active',
      'friend representative-welcome',
    ]);
    await play.propose(people.clerk);
    const sentMail = await sentMailOf(activityRuns, play);
    expect(who(sentMail)).toEqual(['consumer represented-update', 'friend counter-proposal-received']);
    const consumer = sentMail.find(({ who }) => who === 'consumer')!.mail;
    expect(consumer.text).not.toMatch(/accepter|répondre à|contre-proposition/);
    await play.propose(people.friend);
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk counter-proposal-received',
      'consumer represented-update',
    ]);
  });

  test('F-073 A-18 a representative who is removed is told that it is over, and hears nothing more', async () => {
    const { play, people } = await represented('submit', 'takeCharge');
    await play.give(people.consumer, { type: 'removeRepresentative' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk representation-over',
      'consumer representative-removed',
      'friend representation-ended',
    ]);
    await play.say(people.clerk);
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer message-received']);
  });

  test('a representative whose account is closed no longer hears: the consumer does', async () => {
    const { play, people } = await represented('submit', 'takeCharge');
    await disable(people.friend.userId);
    await play.say(people.clerk);
    expect(who(await sentMailOf(activityRuns, play))).toContain('consumer message-received');
  });
});

describe('mediation', () => {
  test('F-121 F-144 M-09 the mediator is told of the dossier, both sides of the mediator', async () => {
    const play = await activityRuns.open();
    await play.toMediation();
    const sentMail = who(await sentMailOf(activityRuns, play));
    expect(sentMail).toEqual(
      expect.arrayContaining([
        'clerk mediation-requested',
        'clerk mediator-assigned',
        'consumer mediator-assigned',
        'mediator mediation-assigned',
        'office mediation-to-assign',
      ]),
    );
  });

  test('§6 an acceptance is told to the mediator alone until the other side accepts too', async () => {
    const { play, people } = await playedTo('toMediation');
    const proposalId = await play.propose(people.mediator);
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk mediator-proposal-received',
      'consumer mediator-proposal-received',
    ]);
    await play.accept(people.consumer, proposalId);
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['mediator mediation-acceptance']);
    await play.accept(people.clerk, proposalId);
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk agreement-concluded',
      'consumer agreement-concluded',
      'mediator agreement-concluded-mediator',
    ]);
  });

  test('F-113 a private talk is told to the two who have it', async () => {
    const { play, people } = await playedTo('toMediation');
    await play.say(people.mediator, 'consumerCaucus');
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer message-received']);
    await play.say(people.clerk, 'merchantCaucus');
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['mediator message-received']);
  });
});

describe('the acts of a negotiation', () => {
  test('M-07 each is told to the other side: take-over, answer, edit, message, document, request for mediation, closing', async () => {
    const { play, people } = await playedTo('submit');
    const { drafts, give } = play;
    const first = (await play.state()).proposals[0]!.id;
    const told = async (): Promise<string[]> => who(await sentMailOf(activityRuns, play));
    await play.edit(people.consumer, first, 1);
    expect(await told()).toEqual(['respondent proposal-edited']);
    await play.takeCharge();
    expect(await told()).toContain('consumer charge-taken');
    const answer = await play.propose(people.clerk);
    expect(await told()).toEqual(['consumer counter-proposal-received']);
    await play.edit(people.clerk, answer, 1);
    expect(await told()).toEqual(['consumer proposal-edited']);
    await play.propose(people.consumer);
    expect(await told()).toEqual(['clerk counter-proposal-received']);
    for (const [by, other] of [
      [people.consumer, 'clerk'],
      [people.clerk, 'consumer'],
    ] as const) {
      await play.say(by);
      expect(await told()).toEqual([`${other} message-received`]);
      await give(by, { type: 'addDocument', documentId: await drafts.document(by) });
      expect(await told()).toEqual([`${other} document-added`]);
    }
    await give(people.clerk, { type: 'requestMediation' });
    expect(await told()).toEqual(['consumer mediation-requested', 'office mediation-to-assign']);
    const justificationId = await drafts.justification(people.consumer);
    await give(people.consumer, { type: 'closeDossier', reason: 'autre', justificationId });
    expect(await told()).toEqual(['clerk dossier-closed', 'consumer information-kit']);
  });

  test('F-101 M-07 M-10 an acceptance concludes the agreement, of which both sides are told', async () => {
    const { play, people } = await playedTo('submit', 'takeCharge');
    await play.accept(people.clerk, (await play.state()).proposals[0]!.id);
    const heard = await sentMailOf(activityRuns, play);
    expect(who(heard)).toEqual(['clerk agreement-concluded', 'consumer agreement-concluded']);
    for (const { mail } of heard) expect(mail.subject.toLowerCase()).toContain('entente');
  });
});

describe('the follow-up of a mediation', () => {
  test('F-130 F-136 M-12 the mediator’s report reaches the Office, whose reminder reaches the side that is waited for', async () => {
    const { play, people } = await playedTo('toMediation');
    await play.give(people.mediator, { type: 'reportToOffice', kind: 'nudge', side: 'merchant', newTarget: null });
    const reported = await sentMailOf(activityRuns, play);
    expect(who(reported)).toEqual(['office mediation-report']);
    await play.give(people.officer, { type: 'nudge', side: 'merchant' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['clerk office-nudge']);
    await play.give(people.officer, { type: 'nudge', side: 'consumer' });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(['consumer office-nudge']);
  });
});

describe('F-140 every closing without agreement brings the information kit', () => {
  test('D-05 M-11 F-004 to the consumer when the merchant ends the negotiation, with the remedies that are left', async () => {
    const { play, people } = await playedTo('submit', 'takeCharge');
    const justificationId = await play.drafts.justification(people.clerk);
    await play.give(people.clerk, { type: 'closeDossier', reason: 'impasse', justificationId });
    const heard = await sentMailOf(activityRuns, play);
    expect(who(heard)).toEqual(['consumer dossier-closed', 'consumer information-kit']);
    const kit = heard.find(({ row }) => row.template === 'information-kit')!.mail.text.replaceAll('\u00a0', ' ');
    for (const words of ['mise en demeure', 'Division des petites créances']) expect(kit).toContain(words);
  });

  test('also to a represented consumer, beside the representative', async () => {
    const { play, people } = await represented('submit');
    const justificationId = await play.drafts.justification(people.respondent);
    await play.give(people.respondent, { type: 'refuseToNegotiate', reason: 'autre', justificationId });
    expect(who(await sentMailOf(activityRuns, play))).toEqual(
      expect.arrayContaining(['consumer information-kit', 'friend information-kit', 'friend negotiation-refused']),
    );
  });

  test('and after a mediation that failed', async () => {
    const { play, people } = await playedTo('toMediation');
    await play.say(people.mediator, 'mediationRoom');
    await sentMailOf(activityRuns, play);
    await play.give(people.mediator, {
      type: 'closeMediation',
      reason: 'impasse',
      justificationId: await play.drafts.justification(people.mediator),
      natureId: await play.drafts.justification(people.mediator, 'Un lit livré en retard.'),
    });
    expect(who(await sentMailOf(activityRuns, play))).toEqual([
      'clerk mediation-failed',
      'consumer information-kit',
      'consumer mediation-failed',
    ]);
  });
});
