import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { hasAccepted, openProposal } from '#domain/dossier/state/proposals.ts';
import type { DeadlineKind, Dossier } from '#domain/dossier/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import { draft, representation, type Scenario } from '#domain/testing/scenario/scenarios.ts';
import { databaseOver } from '#db/database.ts';
import { manualEngine } from '#tests/kit/engine/manual.ts';
import { admitEveryone, createPeople, type People } from '#tests/kit/people.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { marks } from './marks.ts';

export type Role = Exclude<keyof People, 'merchantId'>;

/**
 * How far a dossier has come. `named`: the Office has named a mediator, who has not declared yet (ADR 31). `proposed`: the mediator's proposal is on the table. `left`: the
 * consumer's side has left the mediation, which its mediator has yet to close. `refused`: by the merchant. `withdrawn`: closed by the consumer before mediation.
 */
export const stages = [
  'draft',
  'submitted',
  'negotiation',
  'named',
  'mediation',
  'proposed',
  'left',
  'agreed',
  'failed',
  'withdrawn',
  'refused',
] as const;
export type Stage = (typeof stages)[number];

/** Who acts for the consumer. */
export type Acting = 'consumer' | 'friend';

/** A dossier with people of its own, on a clock that only its steps move: two worlds played alike are alike to the millisecond. */
export type World = {
  people: People;
  acting: Acting;
  dossierId: string;
  ids: { documentId: string; withdrawnId: string; proposalId: string; mediated: string };
  /** Each step takes an hour. */
  run(steps: Scenario): Promise<void>;
  /** Time passes in which nobody does anything; as it is, or until so many hours after the beginning. */
  wait(until?: number): void;
  now(): Date;
  /** The system notices a moment that has come. */
  passDeadline(kind: DeadlineKind): Promise<void>;
  state(): Promise<Dossier>;
};

const hour = 3_600_000;

/** Long enough ago for a whole dossier, recent enough for what runs for ninety days. The same for every world of a file. */
const began = Math.floor(Date.now() / hour) * hour - 20 * 24 * hour;

/** What people do and write from one stage to the next. */
const stepsTo = (acting: Acting) =>
  ({
    draft: [...(acting === 'friend' ? representation : []), { by: acting, act: 'addDocument', title: marks.document }],
    submitted: [
      { by: acting, act: 'submitDossier', proposal: marks.proposal },
      { by: acting, act: 'addDocument', title: 'Facture retirée' },
      { by: acting, act: 'withdrawDocument', justification: marks.withdrawal },
      { by: acting, act: 'editProposal', proposal: marks.version },
    ],
    refused: [{ by: 'clerk', act: 'refuseToNegotiate', justification: marks.refusal }],
    negotiation: [
      { by: 'clerk', act: 'takeCharge' },
      { by: 'officer', act: 'breakGlass', justification: marks.reading },
      { by: acting, act: 'postMessage', body: marks.negotiation },
      { by: 'clerk', act: 'propose', proposal: marks.counter },
    ],
    withdrawn: [{ by: acting, act: 'closeDossier', justification: marks.closing }],
    named: [
      { by: acting, act: 'requestMediation' },
      { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    ],
    mediation: [
      { by: 'mediator', act: 'declareNoConflict' },
      { by: acting, act: 'postMessage', body: marks.shared },
      { by: acting, act: 'shareMessages', count: 1 },
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: marks.room },
      { by: acting, act: 'postMessage', thread: 'consumerCaucus', body: marks.consumerCaucus },
      { by: 'clerk', act: 'postMessage', thread: 'merchantCaucus', body: marks.merchantCaucus },
    ],
    proposed: [{ by: 'mediator', act: 'propose', proposal: marks.mediatorProposal }],
    left: [{ by: acting, act: 'withdrawFromMediation', justification: marks.leaving }],
  }) satisfies Partial<Record<Stage, Scenario>>;

/**
 * Plays a dossier up to a stage, everything that people write marked, what they have not sent included.
 *
 * @param options `owed`: mails and documents stay to be made, for a suite that makes them itself.
 */
export async function playWorld(
  pool: Pool,
  stage: Stage,
  options: { people?: People; represented?: boolean; after?: number; owed?: boolean } = {},
): Promise<World> {
  const people = options.people ?? (await createPeople(pool));
  await admitEveryone(pool);
  // A draft of before the others' time would have expired by the real clock, which the suite's worker reads.
  const origin = stage === 'draft' ? began + 14 * 24 * hour : began;
  let at = origin + (options.after ?? 0) * hour;
  const now = () => new Date(at);
  const play = await openPlay({ engine: manualEngine(databaseOver(pool), now), pool, people }, draft);
  const { drafts, dossierId } = play;
  const acting = options.represented ? 'friend' : 'consumer';
  const noProposal = randomUUID();
  const wait = (until?: number) => void (at = until === undefined ? at + hour : origin + until * hour);
  const world: World = {
    people,
    acting,
    dossierId,
    ids: { documentId: '', withdrawnId: '', proposalId: noProposal, mediated: '' },
    async run(steps) {
      for (const step of steps) {
        wait();
        await play.run([step]);
      }
      if (!options.owed) await leaveAlone(pool, dossierId);
      world.ids = idsOf(await play.state(), noProposal);
    },
    wait,
    now,
    passDeadline: (kind) => play.run([{ by: 'system', act: 'passDeadline', kind }]),
    state: play.state,
  };

  await fillForm(pool, dossierId);
  const steps = stepsTo(acting);
  await world.run(steps.draft);
  if (stage === 'draft') return world;
  await world.run(steps.submitted);
  if (stage === 'submitted') return world;
  if (stage === 'refused') {
    await world.run(steps.refused);
    return world;
  }
  await world.run(steps.negotiation);
  for (const [by, mark] of [
    [people[acting], marks.consumerDraft],
    [people.clerk, marks.merchantDraft],
  ] as const) {
    await drafts.message(by, 'negotiation', mark);
    await drafts.proposal(by, randomUUID(), mark);
  }
  if (stage === 'negotiation') return world;
  if (stage === 'withdrawn') {
    await world.run(steps.withdrawn);
    return world;
  }
  await world.run(steps.named);
  if (stage === 'named') return world;
  await world.run(steps.mediation);
  await drafts.message(people.mediator, 'mediationRoom', marks.mediatorDraft);
  if (stage === 'mediation') return world;
  await world.run(steps.proposed);
  if (stage === 'proposed') return world;
  if (stage === 'left') await world.run(steps.left);
  else await end(world, stage);
  return world;
}

/** What the consumer tells of the problem, every field of words marked. */
async function fillForm(pool: Pool, dossierId: string): Promise<void> {
  const { good, contact } = marks;
  const problem: ProblemForm = {
    ...{ item: `Sofa ${good}`, brand: good, model: good, serialNumber: good, invoiceNumber: good, natureOther: good },
    priorSteps: [{ means: 'telephone', person: marks.priorSteps, outcome: marks.priorSteps }],
    details: marks.problem,
  };
  const parties: PartiesForm = {
    ...{ confirmed: true, phone: contact, addressLine: contact, city: contact, province: contact, postalCode: contact },
    ...{ merchantBranch: contact, merchantContact: contact },
  };
  await pool.query(
    `insert into dossier_form (dossier_id, title, problem, parties) values ($1, $2, $3, $4)
     on conflict (dossier_id) do update set title = excluded.title, problem = excluded.problem, parties = excluded.parties`,
    [dossierId, marks.title, JSON.stringify(problem), JSON.stringify(parties)],
  );
}

/**
 * Nothing of it is left to the suite's worker, which would take it up by the real clock: deadlines of weeks ago would be passed between two looks at a page.
 */
async function leaveAlone(pool: Pool, dossierId: string): Promise<void> {
  await pool.query('delete from engine_behind where dossier_id = $1', [dossierId]);
  await pool.query('update reaction set done_at = now() where dossier_id = $1 and done_at is null', [dossierId]);
}

/** What its addresses may name; a proposal that is not there yet has an id that is none. */
function idsOf({ documents, proposals }: Dossier, noProposal: string): World['ids'] {
  return {
    documentId: documents[0]?.id ?? '',
    withdrawnId: documents.find(({ withdrawnAt }) => withdrawnAt)?.id ?? '',
    proposalId: proposals[0]?.id ?? noProposal,
    mediated: proposals.find(({ author }) => author === 'mediator')?.id ?? '',
  };
}

/** Ends a mediation: both accept what is on the table, or the mediator closes. */
export async function end(world: World, how: 'agreed' | 'failed'): Promise<void> {
  if (how === 'failed') {
    return world.run([
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom', body: marks.room, announcesClosing: true },
      {
        by: 'mediator',
        act: 'closeMediation',
        reason: 'inconciliables',
        justification: marks.closing,
        nature: marks.nature,
      },
    ]);
  }
  const open = openProposal(await world.state());
  for (const [by, side] of [
    [world.acting, 'consumer'],
    ['clerk', 'merchant'],
  ] as const) {
    world.wait();
    if (!open || hasAccepted(open, side)) continue;
    await world.run([{ by, act: 'acceptProposal' }]);
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
