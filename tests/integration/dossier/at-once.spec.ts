import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  inMediation,
  mediationRequested,
  mediatorProposed,
  type Scenario,
} from '#domain/testing/scenario/scenarios.ts';
import { translator } from '#content/texts/index.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { admitEveryone } from '#tests/kit/people.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { asRead, readAfter } from '#tests/kit/said.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();
const languages = ['fr', 'en'] as const;
type Language = (typeof languages)[number];

/** A form of a page, filled in, and what its sender reads after it was sent. */
type Opened = { send(): Promise<Answer>; read(answer: Answer): Promise<string> };

/** The form of a page, as this person sees it, ready to be sent. */
async function formAt(
  userId: string,
  address: string,
  { field, language = 'fr' }: { field: string; language?: Language },
): Promise<Opened> {
  const { html } = await site.pages.get(userId, address, language);
  const hidden = site.pages.hidden(html, field);
  const by = { userId, language };
  return {
    send: () => site.pages.post(by, address, { ...hidden, ...answers[field] }),
    read: (answer) => readAfter(site.pages, by, answer),
  };
}

const answers: Record<string, Record<string, string | string[]>> = {
  read: { read: 'yes' },
  reason: { reason: 'plus_interet', justification: 'Je préfère m’adresser au tribunal.', confirmed: 'yes' },
  'remedy[]': {
    ...{ intent: 'send', 'remedy[]': ['remboursement_partiel'], 'remboursement_partiel.amount': '75' },
    ...{ 'remboursement_partiel.deadline': '2099-01-31', terms: 'En un versement.' },
  },
};

async function proposed(
  scenario: Scenario = mediatorProposed,
): Promise<{ play: Play; accepting: string; editing: string; leaving: string }> {
  const play = await openPlay(site.suite, scenario);
  const address = `/dossiers/${play.dossierId}`;
  const proposalId = (await play.state()).proposals.at(-1)?.id;
  const proposal = `${address}/propositions/${proposalId}`;
  return {
    play,
    accepting: `${proposal}/accepter`,
    editing: `${proposal}/modifier`,
    leaving: `${address}/mediation/retrait`,
  };
}

/** How often this happened to the dossier. */
async function times({ dossierId }: Play, type: string): Promise<number> {
  const of = 'select from dossier_event where dossier_id = $1 and type = $2';
  return (await site.suite.pool.query(of, [dossierId, type])).rows.length;
}

/** A colleague of the suite's officer. */
async function secondOfficer(): Promise<string> {
  const { pool } = site.suite;
  const userId = randomUUID();
  await pool.query(
    `insert into app_user (id, kind, email, first_name, last_name, password_hash, email_verified_at) values ($1, 'officer', $2, 'Sam', 'Lee', 'x', now())`,
    [userId, `${userId}@office.example`],
  );
  await admitEveryone(pool);
  return userId;
}

const statusesOf = (both: Answer[]) => both.map(({ status }) => status).sort();

test.each(languages)(
  'F-110 of two officers who name a mediator at once, one does, and the other reads that it is done (%s)',
  async (language) => {
    const { officer, mediator } = site.suite.people;
    await site.suite.pool.query(`update app_user set password_hash = 'x' where id = $1`, [mediator.userId]);
    const { userId: other } = await secondMediator(site.suite.pool);
    const play = await openPlay(site.suite, mediationRequested);
    const address = `/office/dossiers/${play.dossierId}/mediation`;
    const officers = [officer.userId, await secondOfficer()].map((userId) => ({ userId, language }));
    const both = await Promise.all(
      [mediator.userId, other].map((mediatorId, n) =>
        site.pages.post(officers[n]!, address, { mediatorId, replaces: '' }),
      ),
    );
    expect(statusesOf(both)).toEqual([303, 409]);
    expect(await times(play, 'mediatorAssigned')).toBe(1);
    const named = both[0]?.status === 303 ? mediator.userId : other;
    expect((await play.state()).mediation?.mediatorId).toBe(named);
    const unnamed = named === other ? mediator.userId : other;
    // Nothing is owed to who was not named.
    expect((await site.pages.get(unnamed, `/dossiers/${play.dossierId}`)).status).toBe(404);
    const t = translator(language);
    for (const [n, answer] of both.entries()) {
      expect(await readAfter(site.pages, officers[n]!, answer)).toContain(
        t(answer.status === 303 ? 'mediation:assign.done' : 'errors:mediation.mediator_changed'),
      );
    }
  },
);

test.each(languages)(
  'F-117 both sides accept in the same second: there is one agreement, and each is told what came of their own acceptance (%s)',
  async (language) => {
    const { consumer, clerk } = site.suite.people;
    const { play, accepting } = await proposed();
    const forms = await Promise.all(
      [consumer, clerk].map(({ userId }) => formAt(userId, accepting, { field: 'read', language })),
    );
    const both = await Promise.all(forms.map(({ send }) => send()));
    expect(statusesOf(both)).toEqual([303, 303]);
    expect(await times(play, 'agreementConcluded')).toBe(1);
    const t = translator(language);
    const said = await Promise.all(both.map(async (answer, n) => forms[n]!.read(answer)));
    // The first one may have been told before the other had accepted; the last one concluded.
    const [awaited, concluded] = [t('proposals:acceptPage.done.awaited'), t('proposals:acceptPage.done.agreement')];
    expect(said.map((text) => text.includes(concluded) || text.includes(awaited))).toEqual([true, true]);
    expect(said.filter((text) => text.includes(concluded)).length).toBeGreaterThan(0);
  },
);

test('A-13 an acceptance sent while the mediator changes the proposal is of no version that is over', async () => {
  const { clerk } = site.suite.people;
  const { play, accepting } = await proposed([...mediatorProposed, { by: 'consumer', act: 'acceptProposal' }]);
  const accept = await formAt(clerk.userId, accepting, { field: 'read' });
  const [answer, edited] = await Promise.all([
    accept.send(),
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

test.each(languages)(
  'A-13 whoever accepts a version that the mediator has just changed, or changes one that was just accepted, reads so (%s)',
  async (language) => {
    const { clerk, mediator } = site.suite.people;
    const t = translator(language);
    const begun: Scenario = [...mediatorProposed, { by: 'consumer', act: 'acceptProposal' }];
    const changed = await proposed(begun);
    const late = await formAt(clerk.userId, changed.accepting, { field: 'read', language });
    const first = await formAt(mediator.userId, changed.editing, { field: 'remedy[]', language });
    expect(await first.read(await first.send())).toContain(t('proposals:form.doneMediator'));
    const stale = await late.send();
    expect(stale.status).toBe(409);
    const told = await late.read(stale);
    expect(told).toContain(t('proposals:acceptPage.staleTitle'));
    expect(told).toContain(t('proposals:acceptPage.stale', { author: '' }).trim());
    expect((await changed.play.state()).proposals.at(-1)?.acceptances).toEqual([]);

    const agreed = await proposed(begun);
    const tooLate = await formAt(mediator.userId, agreed.editing, { field: 'remedy[]', language });
    const last = await formAt(clerk.userId, agreed.accepting, { field: 'read', language });
    expect(await last.read(await last.send())).toContain(t('proposals:acceptPage.done.agreement'));
    const refused = await tooLate.send();
    expect(refused.status).toBe(409);
    const read = await tooLate.read(refused);
    expect(read).toContain(t('errors:dossier.closed'));
    // What was typed is shown, and is in no agreement.
    expect(read).toContain('En un versement.');
    expect(await times(agreed.play, 'proposalEdited')).toBe(0);
  },
);

test.each(languages)(
  'A-08 F-117 one side leaves the mediation while the other accepts: an agreement was made before, or none binds the side that left (%s)',
  async (language) => {
    const { consumer, clerk } = site.suite.people;
    const { play, accepting, leaving } = await proposed([
      ...mediatorProposed,
      { by: 'consumer', act: 'acceptProposal' },
    ]);
    const leave = await formAt(consumer.userId, leaving, { field: 'reason', language });
    const accept = await formAt(clerk.userId, accepting, { field: 'read', language });
    const [left, accepted] = await Promise.all([leave.send(), accept.send()]);
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
    const t = translator(language);
    const came = left.status === 303 ? 'awaitedFromWhoLeft' : 'agreement';
    expect(await accept.read(accepted)).toContain(t(`proposals:acceptPage.done.${came}`));
    expect(await leave.read(left)).toContain(
      left.status === 303 ? t('dossier:leave.done.mediator') : t('errors:dossier.closed'),
    );
  },
);

test.each(languages)(
  'A-08 who leaves a mediation that an agreement has just ended reads so, with what they wrote (%s)',
  async (language) => {
    const { consumer, clerk } = site.suite.people;
    const { play, accepting, leaving } = await proposed([
      ...mediatorProposed,
      { by: 'consumer', act: 'acceptProposal' },
    ]);
    const leave = await formAt(consumer.userId, leaving, { field: 'reason', language });
    const accept = await formAt(clerk.userId, accepting, { field: 'read', language });
    await accept.send();
    const late = await leave.send();
    expect(late.status).toBe(409);
    const read = await leave.read(late);
    expect(read).toContain(translator(language)('errors:dossier.closed'));
    expect(read).toContain('Je préfère m’adresser au tribunal.');
    expect(await times(play, 'mediationWithdrawn')).toBe(0);
  },
);

test.each(languages)(
  'A-08 who accepts after the other side has left the mediation reads so before, and after (%s)',
  async (language) => {
    const { consumer, clerk } = site.suite.people;
    const { accepting, leaving, play } = await proposed();
    const shown = async (userId: string) => (await site.pages.get(userId, accepting, language)).html;
    const left = { fr: 'L’autre partie s’est retirée de la médiation', en: 'The other party has left the mediation' }[
      language
    ];
    expect(await shown(clerk.userId)).not.toContain(left);
    const leave = await formAt(consumer.userId, leaving, { field: 'reason', language });
    expect((await leave.send()).status).toBe(303);
    expect(await shown(clerk.userId)).toContain(left);
    expect(await shown(consumer.userId)).not.toContain(left);
    const accept = await formAt(clerk.userId, accepting, { field: 'read', language });
    const answer = await accept.send();
    expect(answer.status).toBe(303);
    expect(await accept.read(answer)).toContain(translator(language)('proposals:acceptPage.done.awaitedFromWhoLeft'));
    expect((await play.state()).status).toBe('mediation');
  },
);

/** What a mediator writes in, by the page within the dossier; the field that is typed, and what else is filled in. */
const writtenIn: Record<string, { field: string; others?: Record<string, string | string[]> }> = {
  propositions: { field: 'body' },
  'messages?fil=consumerCaucus': { field: 'body' },
  'propositions/nouvelle': { field: 'terms', others: answers['remedy[]'] },
  'mediation/notes': { field: 'body' },
  'mediation/fermeture': {
    field: 'justification',
    others: { reason: 'inconciliables', nature: 'Un lit livré en retard.', confirmed: 'yes' },
  },
};

test.each(Object.keys(writtenIn).flatMap((page) => languages.map((language) => [page, language] as const)))(
  'F-121 B-03 a mediator from whom the dossier was taken while they wrote has their text back, reads why, and nobody else has it: %s (%s)',
  async (page, language) => {
    const { mediator, officer, consumer, clerk } = site.suite.people;
    const { field, others } = writtenIn[page]!;
    const { userId: other } = await secondMediator(site.suite.pool);
    const play = await openPlay(site.suite, [
      ...inMediation,
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' },
    ]);
    const address = `/dossiers/${play.dossierId}/${page}`;
    const { html, status } = await site.pages.get(mediator.userId, address, language);
    expect(status).toBe(200);
    const hidden = site.pages.hidden(html, field);
    const taken = await site.pages.post(officer.userId, `/office/dossiers/${play.dossierId}/mediation`, {
      mediatorId: other,
      replaces: mediator.userId,
    });
    expect(taken.status).toBe(303);
    const before = await play.state();
    const text = 'Voici où nous en sommes, vous deux.';
    const by = { userId: mediator.userId, language };
    const answer = await site.pages.post(by, address, { ...hidden, ...others, [field]: text });
    expect(answer.status).toBe(404);
    const t = translator(language);
    const read = asRead(answer.html);
    const refusal = t('errors:access.not_found');
    for (const words of [text, refusal, t('forms:drafts.unsentTitle'), t('forms:drafts.unsent')]) {
      expect(read).toContain(words);
    }
    expect(await play.state()).toEqual(before);
    for (const userId of [consumer.userId, clerk.userId, other]) {
      for (const where of [address, `/dossiers/${play.dossierId}`, `/dossiers/${play.dossierId}/propositions`]) {
        expect((await site.pages.get(userId, where)).html).not.toContain(text);
      }
    }
  },
);
