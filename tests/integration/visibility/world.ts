import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CommandBody, Thread } from '#domain/dossier/commands.ts';
import type { Actor, DeadlineKind, Dossier } from '#domain/dossier/types.ts';
import { databaseOver } from '#db/database.ts';
import { manualEngine } from '#tests/kit/engine/manual.ts';
import type { Drafts } from '#tests/kit/engine/drafts.ts';
import { createPeople, type People } from '#tests/kit/people.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { admitEveryone } from '#tests/kit/pages.ts';

export type Person = Exclude<Actor, { role: 'system' }>;
export type Role = Exclude<keyof People, 'merchantId'>;

/** How far a dossier has come. `proposed`: the mediator's proposal is on the table. `withdrawn`: closed by the consumer before mediation. */
export const stages = [
  'draft',
  'submitted',
  'negotiation',
  'mediation',
  'proposed',
  'agreed',
  'failed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** A dossier with a cast of its own, on a clock that only its acts move: two worlds played alike are alike to the millisecond. */
export type World = {
  people: People;
  /** Who acts for the consumer. */
  acting: Person;
  dossierId: string;
  drafts: Drafts;
  ids: { documentId: string; withdrawnId: string; proposalId: string; mediated: string };
  give(by: Person, body: CommandBody): Promise<void>;
  say(by: Person, thread: Thread, body: string): Promise<string>;
  /** Time passes in which nobody does anything; as it is, or until so many hours after the beginning. */
  wait(until?: number): void;
  now(): Date;
  /** The system notices a moment that has come. */
  passDeadline(kind: DeadlineKind): Promise<void>;
  state(): Promise<Dossier>;
};

/** What each kind of thing alone carries. */
export const marks = {
  title: 'MARQUE-titre',
  problem: 'MARQUE-probleme',
  document: 'MARQUE-document',
  withdrawal: 'MARQUE-motif-retrait',
  proposal: 'MARQUE-proposition',
  version: 'MARQUE-version-deux',
  counter: 'MARQUE-contre-proposition',
  mediatorProposal: 'MARQUE-mediatrice',
  negotiation: 'MARQUE-negociation',
  room: 'MARQUE-salle',
  consumerCaucus: 'MARQUE-aparte-consommateur',
  merchantCaucus: 'MARQUE-aparte-commercant',
  closing: 'MARQUE-motif-fermeture',
  consumerDraft: 'MARQUE-ebauche-consommateur',
  merchantDraft: 'MARQUE-ebauche-commercant',
  mediatorDraft: 'MARQUE-ebauche-mediatrice',
} as const;
export type Mark = keyof typeof marks;

const hour = 3_600_000;

/** Long enough ago for a whole dossier, recent enough for what runs for ninety days. The same for every world of a file. */
const began = Math.floor(Date.now() / hour) * hour - 20 * 24 * hour;

/** Plays a dossier up to a stage, everything that people write marked, what they have not sent included. */
export async function playWorld(
  pool: Pool,
  stage: Stage,
  options: { people?: People; represented?: boolean; after?: number } = {},
): Promise<World> {
  const people = options.people ?? (await createPeople(pool));
  await admitEveryone(pool);
  // A draft of before the others' time would have expired by the real clock, which the suite's worker reads.
  const origin = stage === 'draft' ? began + 14 * 24 * hour : began;
  let at = origin + (options.after ?? 0) * hour;
  const now = () => new Date(at);
  const play = await openPlay({ engine: manualEngine(databaseOver(pool), now), pool, people });
  const { drafts, dossierId } = play;
  const ids = { documentId: '', withdrawnId: '', proposalId: randomUUID(), mediated: '' };
  const acting: Person = options.represented ? people.friend : people.consumer;
  const wait = (until?: number) => void (at = until === undefined ? at + hour : origin + until * hour);
  const give = async (by: Person, body: CommandBody): Promise<void> => {
    wait();
    await play.give(by, body);
  };
  const passDeadline = async (kind: DeadlineKind): Promise<void> =>
    void (await play.give({ role: 'system' }, { type: 'passDeadline', kind }));
  const say = async (by: Person, thread: Thread, body: string): Promise<string> => {
    const messageId = await drafts.message(by, thread, body);
    await give(by, { type: 'postMessage', thread, messageId });
    return messageId;
  };
  const file = async (by: Person, title: string): Promise<string> => {
    const documentId = await drafts.document(by, title);
    await give(by, { type: 'addDocument', documentId });
    return documentId;
  };
  const offer = async (by: Person, terms: string, answers: string | null): Promise<string> => {
    const proposalId = randomUUID();
    const contentId = await drafts.proposal(by, proposalId, terms);
    await give(by, { type: 'propose', proposalId, contentId, answers });
    return proposalId;
  };
  const world: World = {
    people,
    acting,
    dossierId,
    drafts,
    ids,
    give,
    say,
    wait,
    now,
    passDeadline,
    state: play.state,
  };

  await pool.query(
    `insert into dossier_form (dossier_id, title, problem) values ($1, $2, $3)
     on conflict (dossier_id) do update set title = excluded.title, problem = excluded.problem`,
    [dossierId, marks.title, JSON.stringify({ item: 'Sofa', details: marks.problem })],
  );
  if (options.represented) {
    const invitationId = await drafts.invitation();
    await give(people.consumer, { type: 'nameRepresentative', invitationId });
    await give(people.friend, { type: 'acceptInvitation', invitationId });
  }
  ids.documentId = await file(acting, marks.document);
  if (stage === 'draft') return world;
  const contentId = await drafts.proposal(acting, ids.proposalId, marks.proposal);
  await give(acting, { type: 'submitDossier', proposalId: ids.proposalId, contentId });
  ids.withdrawnId = await file(acting, 'Facture retirée');
  const justificationId = await drafts.justification(acting, marks.withdrawal);
  await give(acting, { type: 'withdrawDocument', documentId: ids.withdrawnId, justificationId });
  const newer = await drafts.proposal(acting, ids.proposalId, marks.version);
  await give(acting, { type: 'editProposal', proposalId: ids.proposalId, version: 1, contentId: newer });
  if (stage === 'submitted') return world;
  await give(people.clerk, { type: 'takeCharge', replaces: null });
  await say(acting, 'negotiation', marks.negotiation);
  await offer(people.clerk, marks.counter, ids.proposalId);
  for (const [by, mark] of [
    [acting, marks.consumerDraft],
    [people.clerk, marks.merchantDraft],
  ] as const) {
    await drafts.message(by, 'negotiation', mark);
    await drafts.proposal(by, randomUUID(), mark);
  }
  if (stage === 'negotiation') return world;
  if (stage === 'withdrawn') {
    await give(acting, {
      type: 'closeDossier',
      reason: 'autre',
      justificationId: await drafts.justification(acting, marks.closing),
    });
    return world;
  }
  await give(acting, { type: 'requestMediation' });
  await give(people.officer, { type: 'assignMediator', mediatorId: people.mediator.userId, replaces: null });
  await say(people.mediator, 'mediationRoom', marks.room);
  await say(acting, 'consumerCaucus', marks.consumerCaucus);
  await say(people.clerk, 'merchantCaucus', marks.merchantCaucus);
  await drafts.message(people.mediator, 'mediationRoom', marks.mediatorDraft);
  if (stage === 'mediation') return world;
  ids.mediated = await offer(people.mediator, marks.mediatorProposal, null);
  if (stage === 'proposed') return world;
  await end(world, stage);
  return world;
}

/** Ends a mediation: both accept what is on the table, or the mediator closes. */
export async function end(world: World, how: 'agreed' | 'failed'): Promise<void> {
  const { people, acting, drafts, ids, give, state } = world;
  if (how === 'failed') {
    const [justificationId, natureId] = [
      await drafts.justification(people.mediator, marks.closing),
      await drafts.justification(people.mediator, 'Sofa livré en retard.'),
    ];
    await give(people.mediator, { type: 'closeMediation', reason: 'inconciliables', justificationId, natureId });
    return;
  }
  const proposal = (await state()).proposals.find(({ id }) => id === ids.mediated)!;
  for (const by of [acting, people.clerk]) {
    const side = by === people.clerk ? 'merchant' : 'consumer';
    world.wait();
    if (proposal.acceptances.some((each) => each.side === side)) continue;
    await give(by, { type: 'acceptProposal', proposalId: proposal.id, version: proposal.versions.length, read: true });
  }
}

/** Files the document that the platform makes at the end, as its activity would. */
export async function fileOfficial(
  pool: Pool,
  { dossierId }: World,
  kind: 'agreement' | 'attestation',
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into document (id, dossier_id, owner_role, kind, title, file_name, media_type, byte_size, sha256, storage_key, generated_for, published_at)
     select gen_random_uuid(), id, 'system', $2, '', 'officiel.docx', 'application/octet-stream', 3, '\\x00', 'none', $2, closed_at
     from dossier where id = $1 returning id`,
    [dossierId, kind],
  );
  return rows[0]!.id;
}
