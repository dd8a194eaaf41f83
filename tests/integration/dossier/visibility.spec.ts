import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { canRead, type Resource } from '#domain/access/index.ts';
import type { Actor } from '#domain/dossier/index.ts';
import type { Scenario } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

/** A string that only one kind of resource carries. */
const canaries = {
  summary: 'CANARI-probleme',
  documents: 'CANARI-document',
  negotiationProposals: 'CANARI-proposition',
  mediatorProposals: 'CANARI-mediatrice',
  negotiationMessages: 'CANARI-negociation',
  mediationRoom: 'CANARI-salle',
  consumerCaucus: 'CANARI-aparte-consommateur',
  merchantCaucus: 'CANARI-aparte-commercant',
  closing: 'CANARI-justification',
} as const satisfies Partial<Record<Resource, string>>;

const tabs = [
  '',
  '/documents',
  '/propositions',
  '/propositions/comparer',
  '/messages',
  '/messages?fil=negotiation',
  '/messages?fil=mediationRoom',
  '/messages?fil=consumerCaucus',
  '/messages?fil=merchantCaucus',
];

const submitted: Scenario = [
  { by: 'consumer', act: 'submitDossier', proposal: canaries.negotiationProposals },
  { by: 'consumer', act: 'addDocument', title: canaries.documents },
];
const negotiation: Scenario = [
  ...submitted,
  { by: 'clerk', act: 'takeCharge' },
  { by: 'consumer', act: 'postMessage', body: canaries.negotiationMessages },
];
const closed: Scenario = [
  ...negotiation,
  { by: 'clerk', act: 'propose' },
  { by: 'consumer', act: 'closeDossier', justification: canaries.closing },
];
const mediation: Scenario = [
  ...negotiation,
  { by: 'clerk', act: 'propose' },
  { by: 'consumer', act: 'requestMediation' },
  { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
  { by: 'mediator', act: 'declareNoConflict' },
  { by: 'mediator', act: 'propose', proposal: canaries.mediatorProposals },
  { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: canaries.mediationRoom },
  { by: 'consumer', act: 'postMessage', thread: 'consumerCaucus', body: canaries.consumerCaucus },
  { by: 'clerk', act: 'postMessage', thread: 'merchantCaucus', body: canaries.merchantCaucus },
];
const phases = { submitted, negotiation, mediation, closed };

/** Plays a dossier whose every content is marked, as far as asked. */
async function marked(until: keyof typeof phases): Promise<Play> {
  const play = await openPlay(site.suite);
  await site.suite.pool.query(
    `insert into dossier_form (dossier_id, title, problem) values ($1, 'Sofa', $2)
     on conflict (dossier_id) do update set problem = excluded.problem`,
    [play.dossierId, JSON.stringify({ item: 'Sofa', details: canaries.summary })],
  );
  await play.run(phases[until]);
  return play;
}

type Person = Exclude<Actor, { role: 'system' }>;

async function everythingSeen(by: Person, dossierId: string): Promise<string> {
  const answers = await Promise.all(tabs.map((tab) => site.pages.get(by.userId, `/dossiers/${dossierId}${tab}`)));
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  return answers.map(({ html }) => html).join('\n');
}

describe('the visibility matrix through the real pages (requirements §6, B-04)', () => {
  for (const phase of ['submitted', 'negotiation', 'mediation', 'closed'] as const) {
    test(`F-123 A-03 in ${phase}, every reader sees what the matrix says and nothing else`, async () => {
      const play = await marked(phase);
      const state = await play.state();
      const { consumer, friend, respondent, clerk, otherClerk, mediator, officer } = site.suite.people;
      for (const person of [consumer, friend, respondent, clerk, otherClerk, mediator, officer]) {
        const seen = await everythingSeen(person, play.dossierId);
        for (const [resource, canary] of Object.entries(canaries) as [keyof typeof canaries, string][]) {
          const written = canaryIsWritten(phase, resource);
          const expected = written && canRead(state, { actor: person, now: new Date().toISOString() }, resource);
          expect({ person: person.role, resource, seen: seen.includes(canary) }).toEqual({
            person: person.role,
            resource,
            seen: expected,
          });
        }
      }
    });
  }

  test('F-030 a stranger gets the same 404 for a dossier as for none, and who is not signed in is sent to sign in', async () => {
    const play = await marked('negotiation');
    for (const tab of ['', '/documents', '/propositions', '/messages', '/fermeture', '/propositions/nouvelle']) {
      expect((await site.pages.get(site.suite.people.friend.userId, `/dossiers/${play.dossierId}${tab}`)).status).toBe(
        404,
      );
      expect((await site.pages.get(site.suite.people.friend.userId, `/dossiers/${randomUUID()}${tab}`)).status).toBe(
        404,
      );
      const unknown = await site.pages.get(null, `/dossiers/${play.dossierId}${tab}`);
      expect(unknown.status).toBe(303);
      expect(unknown.location).toMatch(/^\/connexion\?/);
    }
  });

  test('A-04 the merchant does not find a draft', async () => {
    const play = await openPlay(site.suite);
    expect((await site.pages.get(site.suite.people.respondent.userId, `/dossiers/${play.dossierId}`)).status).toBe(404);
    expect((await site.pages.get(site.suite.people.respondent.userId, '/dossiers')).html).not.toContain(play.dossierId);
  });
});

function canaryIsWritten(phase: string, resource: keyof typeof canaries): boolean {
  if (resource === 'summary' || resource === 'documents' || resource === 'negotiationProposals') return true;
  if (resource === 'closing') return phase === 'closed';
  if (resource === 'negotiationMessages') return phase !== 'submitted';
  return phase === 'mediation';
}
