import { expect, test } from '@jest/globals';
import {
  inMediation,
  mediationRequested,
  mediatorProposed,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/integration/office/second-mediator.ts';

const site = siteForFile();

/** The form of a page, as this person sees it, ready to be sent. */
async function formAt(userId: string, address: string, field: string): Promise<() => Promise<Answer>> {
  const { html } = await site.pages.get(userId, address);
  const hidden = site.pages.hidden(html, field);
  return () => site.pages.post(userId, address, { ...hidden, ...answers[field] });
}

const answers: Record<string, Record<string, string>> = {
  read: { read: 'yes' },
  reason: { reason: 'plus_interet', justification: 'Je préfère m’adresser au tribunal.', confirmed: 'yes' },
};

async function proposed(
  scenario: Scenario = mediatorProposed,
): Promise<{ play: Play; accepting: string; leaving: string }> {
  const play = await openPlay(site.suite, scenario);
  const address = `/dossiers/${play.dossierId}`;
  const proposalId = (await play.state()).proposals.at(-1)?.id;
  return { play, accepting: `${address}/propositions/${proposalId}/accepter`, leaving: `${address}/mediation/retrait` };
}

/** How often this happened to the dossier. */
async function times({ dossierId }: Play, type: string): Promise<number> {
  const of = 'select from dossier_event where dossier_id = $1 and type = $2';
  return (await site.suite.pool.query(of, [dossierId, type])).rows.length;
}

const statusesOf = (both: Answer[]) => both.map(({ status }) => status).sort();

test('F-110 of two mediators whom officers name at once, one is named, and the other officer reads that it is done', async () => {
  const { officer, mediator } = site.suite.people;
  await site.suite.pool.query(`update app_user set password_hash = 'x' where id = $1`, [mediator.userId]);
  const { userId: other } = await secondMediator(site.suite.pool);
  const play = await openPlay(site.suite, mediationRequested);
  const address = `/office/dossiers/${play.dossierId}/mediation`;
  const both = await Promise.all(
    [mediator.userId, other].map((mediatorId) =>
      site.pages.post(officer.userId, address, { mediatorId, replaces: '' }),
    ),
  );
  expect(statusesOf(both)).toEqual([303, 409]);
  expect(await times(play, 'mediatorAssigned')).toBe(1);
  const named = both[0]?.status === 303 ? mediator.userId : other;
  expect((await play.state()).mediation?.mediatorId).toBe(named);
  expect(both.map(({ html }) => html).join()).toContain('Une autre personne a été désignée entre-temps.');
});

test('F-117 both sides accept in the same second: there is one agreement, and both are told that it is made', async () => {
  const { consumer, clerk } = site.suite.people;
  const { play, accepting } = await proposed();
  const forms = await Promise.all([consumer, clerk].map(({ userId }) => formAt(userId, accepting, 'read')));
  const both = await Promise.all(forms.map((send) => send()));
  expect(statusesOf(both)).toEqual([303, 303]);
  expect(await times(play, 'agreementConcluded')).toBe(1);
});

test('A-13 an acceptance sent while the mediator changes the proposal is of no version that is over', async () => {
  const { clerk } = site.suite.people;
  const { play, accepting } = await proposed([...mediatorProposed, { by: 'consumer', act: 'acceptProposal' }]);
  const accept = await formAt(clerk.userId, accepting, 'read');
  const [answer, edited] = await Promise.all([
    accept(),
    play.step({ by: 'mediator', act: 'editProposal' }).then(
      () => true,
      () => false,
    ),
  ]);
  const { status, proposals } = await play.state();
  // Whichever came first: the agreement of the version that both read, or a new version that nobody has accepted.
  expect({ edited, answer: answer.status, status, accepted: proposals.at(-1)?.acceptances.length }).toEqual(
    edited
      ? { edited, answer: 409, status: 'mediation', accepted: 0 }
      : { edited, answer: 303, status: 'closed', accepted: 2 },
  );
});

test('A-08 F-117 one side leaves the mediation while the other accepts: an agreement was made before, or none binds the side that left', async () => {
  const { consumer, clerk } = site.suite.people;
  const { play, accepting, leaving } = await proposed([...mediatorProposed, { by: 'consumer', act: 'acceptProposal' }]);
  const leave = await formAt(consumer.userId, leaving, 'reason');
  const accept = await formAt(clerk.userId, accepting, 'read');
  const [left, accepted] = await Promise.all([leave(), accept()]);
  const happened = [await times(play, 'mediationWithdrawn'), await times(play, 'agreementConcluded')];
  const { status, proposals } = await play.state();
  // Whichever came first: who leaves an agreement is told of it, and an acceptance that comes after stands alone.
  expect({ left: left.status, accepted: accepted.status, happened, status }).toEqual(
    left.status === 303
      ? { left: 303, accepted: 303, happened: [1, 0], status: 'mediation' }
      : { left: 409, accepted: 303, happened: [0, 1], status: 'closed' },
  );
  const sides = proposals.at(-1)?.acceptances.map(({ side }) => side);
  expect(sides).toEqual(left.status === 303 ? ['merchant'] : ['consumer', 'merchant']);
});

test('A-08 who accepts after the other side has left the mediation reads so before, and after', async () => {
  const { consumer, clerk } = site.suite.people;
  const { accepting, leaving, play } = await proposed();
  const left = 'L’autre partie s’est retirée de la médiation';
  expect((await site.pages.get(clerk.userId, accepting)).html).not.toContain(left);
  const leave = await formAt(consumer.userId, leaving, 'reason');
  expect((await leave()).status).toBe(303);
  expect((await site.pages.get(clerk.userId, accepting)).html).toContain(left);
  expect((await site.pages.get(consumer.userId, accepting)).html).not.toContain(left);
  const accept = await formAt(clerk.userId, accepting, 'read');
  const { status, headers } = await accept();
  expect(status).toBe(303);
  expect(headers.getSetCookie().map(decodeURIComponent).join()).toContain('acceptPage.done.awaitedFromWhoLeft');
  expect((await play.state()).status).toBe('mediation');
});

test('F-121 B-03 a mediator from whom the dossier was taken while they wrote has their text back, and nobody else has it', async () => {
  const { mediator, officer, consumer } = site.suite.people;
  const { userId: other } = await secondMediator(site.suite.pool);
  const play = await openPlay(site.suite, inMediation);
  const address = `/dossiers/${play.dossierId}/propositions`;
  const { html } = await site.pages.get(mediator.userId, address);
  const hidden = site.pages.hidden(html, 'body');
  const taken = await site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, {
    mediatorId: other,
    replaces: mediator.userId,
  });
  expect(taken.status).toBe(303);
  const body = 'Voici où nous en sommes, vous deux.';
  const answer = await site.pages.post(mediator.userId, address, { ...hidden, body });
  expect(answer.status).toBe(404);
  expect(answer.html).toContain(body);
  for (const userId of [consumer.userId, other]) {
    expect((await site.pages.get(userId, address)).html).not.toContain(body);
  }
});
