import { randomUUID } from 'node:crypto';
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

/** Plays a dossier in which everything that people write is marked, drafts left unsent on both sides included. */
export async function playMarked(
  suite: EngineSuite,
  until: 'negotiation' | 'mediation' | 'withdrawn',
  options: { represented?: boolean; policy?: Partial<Policy> } = {},
): Promise<Play & { mediated: string }> {
  const play = await openPlay(suite, { policy: { ...standardPolicy, ...options.policy } });
  const { people, drafts, dossierId, give } = play;
  await suite.pool.query(
    `insert into dossier_form (dossier_id, title, problem) values ($1, 'Sofa', $2)
     on conflict (dossier_id) do update set title = 'Sofa', problem = excluded.problem`,
    [dossierId, JSON.stringify({ item: 'Sofa', details: marks.problem })],
  );
  const say = async (by: Person, thread: Thread, body: string): Promise<void> => {
    const messageId = await drafts.message(by, thread, body);
    await give(by, { type: 'postMessage', thread, messageId });
  };
  const offer = async (by: Person, terms: string, answers: string | null): Promise<string> => {
    const proposalId = randomUUID();
    const contentId = await drafts.proposal(by, proposalId, terms);
    await give(by, { type: 'propose', proposalId, contentId, answers });
    return proposalId;
  };
  const consumer: Person = options.represented ? people.friend : people.consumer;
  if (options.represented) {
    const invitationId = await drafts.invitation();
    await give(people.consumer, { type: 'nameRepresentative', invitationId });
    await give(people.friend, { type: 'acceptInvitation', invitationId });
  }
  const first = randomUUID();
  const contentId = await drafts.proposal(consumer, first, marks.proposal);
  await give(consumer, { type: 'submitDossier', proposalId: first, contentId });
  const newer = await drafts.proposal(consumer, first, marks.newerVersion);
  await give(consumer, { type: 'editProposal', proposalId: first, version: 1, contentId: newer });
  const documentId = await drafts.document(consumer, marks.document);
  await give(consumer, { type: 'addDocument', documentId });
  await play.takeCharge();
  await say(consumer, 'negotiation', marks.negotiation);
  const played = { ...play, mediated: '' };
  if (until === 'withdrawn') {
    const justificationId = await drafts.justification(consumer, marks.justification);
    await give(consumer, { type: 'closeDossier', reason: 'autre', justificationId });
    return played;
  }
  await offer(people.clerk, marks.counter, first);
  if (until === 'mediation') {
    await give(consumer, { type: 'requestMediation' });
    await give(people.officer, { type: 'assignMediator', mediatorId: people.mediator.userId, replaces: null });
    played.mediated = await offer(people.mediator, marks.mediatorProposal, null);
    await say(people.mediator, 'mediationRoom', marks.room);
    await say(consumer, 'consumerCaucus', marks.consumerCaucus);
    await say(people.clerk, 'merchantCaucus', marks.merchantCaucus);
  }
  for (const by of [consumer, people.clerk]) {
    await drafts.message(by, 'negotiation', marks.draftMessage);
    await drafts.proposal(by, randomUUID(), marks.draftProposal);
    await drafts.document(by, marks.draftDocument);
  }
  return played;
}

type Thread = NonNullable<Parameters<Play['say']>[1]>;
