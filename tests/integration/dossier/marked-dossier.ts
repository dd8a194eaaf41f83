import { randomUUID } from 'node:crypto';
import { draft, representation, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import { standardPolicy, type Policy } from '#domain/dossier/policy.ts';
import type { Actor } from '#domain/dossier/index.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import type { EngineSuite } from '#tests/kit/engine/suite.ts';

export type Person = Exclude<Actor, { role: 'system' }>;

/** A string that one kind of thing alone carries; the last ones are drafts, which no document ever shows. */
export const marks = {
  problem: 'MARQUE-probleme',
  document: 'MARQUE-document',
  proposal: 'MARQUE-proposition',
  newerVersion: 'MARQUE-version-deux',
  counter: 'MARQUE-contre-proposition',
  mediatorProposal: 'MARQUE-mediatrice',
  negotiation: 'MARQUE-negociation',
  room: 'MARQUE-salle',
  consumerCaucus: 'MARQUE-aparte-consommateur',
  merchantCaucus: 'MARQUE-aparte-commercant',
  justification: 'MARQUE-justification',
  draftMessage: 'MARQUE-message-en-ebauche',
  draftProposal: 'MARQUE-proposition-en-ebauche',
  draftDocument: 'MARQUE-document-en-ebauche',
} as const;
export type Mark = keyof typeof marks;

/** The marks that a text holds, in the order of {@link marks}. */
export function marksIn(text: string): Mark[] {
  return (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]));
}

type Until = 'negotiation' | 'mediation' | 'withdrawn';

/** What people do and write until then; the consumer’s part is played by this one. */
function scenarioOf(until: Until, consumer: 'consumer' | 'friend'): Scenario {
  const negotiation: Scenario = [
    ...(consumer === 'friend' ? representation : []),
    { by: consumer, act: 'submitDossier', proposal: marks.proposal },
    { by: consumer, act: 'editProposal', proposal: marks.newerVersion },
    { by: consumer, act: 'addDocument', title: marks.document },
    { by: 'clerk', act: 'takeCharge' },
    { by: consumer, act: 'postMessage', body: marks.negotiation },
  ];
  if (until === 'withdrawn') {
    return [...negotiation, { by: consumer, act: 'closeDossier', justification: marks.justification }];
  }
  const countered: Scenario = [...negotiation, { by: 'clerk', act: 'propose', proposal: marks.counter }];
  if (until === 'negotiation') return countered;
  return [
    ...countered,
    { by: consumer, act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    { by: 'mediator', act: 'propose', proposal: marks.mediatorProposal },
    { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: marks.room },
    { by: consumer, act: 'postMessage', thread: 'consumerCaucus', body: marks.consumerCaucus },
    { by: 'clerk', act: 'postMessage', thread: 'merchantCaucus', body: marks.merchantCaucus },
  ];
}

/** Plays a dossier in which everything that people write is marked, drafts left unsent on both sides included. */
export async function playMarked(
  suite: EngineSuite,
  until: Until,
  options: { represented?: boolean; policy?: Partial<Policy> } = {},
): Promise<Play> {
  const play = await openPlay(suite, draft, { policy: { ...standardPolicy, ...options.policy } });
  const { people, drafts, dossierId } = play;
  await suite.pool.query(
    `insert into dossier_form (dossier_id, title, problem) values ($1, 'Sofa', $2)
     on conflict (dossier_id) do update set title = 'Sofa', problem = excluded.problem`,
    [dossierId, JSON.stringify({ item: 'Sofa', details: marks.problem })],
  );
  const consumer = options.represented ? 'friend' : 'consumer';
  await play.run(scenarioOf(until, consumer));
  if (until === 'withdrawn') return play;
  for (const by of [people[consumer], people.clerk]) {
    await drafts.message(by, 'negotiation', marks.draftMessage);
    await drafts.proposal(by, randomUUID(), marks.draftProposal);
    await drafts.document(by, marks.draftDocument);
  }
  return play;
}
