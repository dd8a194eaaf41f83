import { versionsFor } from '#web/server/services/accounts/accept-terms.ts';
import { invitationKey } from '#db/codes.ts';
import { justificationRow, messageRow, proposalRow } from '#db/content/drafts.ts';
import { saveDraftRow, type DraftRow } from '#db/content/draft-rows.ts';
import { loadSummaryRow } from '#db/dossiers/summary-row.ts';
import { recordedCommands } from '#db/journal/dossier.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { commandOf, seenOf, type Ids, type Writing } from '#domain/testing/scenario/command-of.ts';
import type { CommandOf } from '#domain/testing/scenario/step.ts';
import { accept } from '#web/server/services/dossier/proposals/acceptance.ts';
import { execute } from '#web/server/services/dossier/open-dossier/execute.ts';
import { loadNamed, type OpenDossier } from '#web/server/services/dossier/open-dossier/load-dossier.ts';
import { sendProposal } from '#web/server/services/dossier/proposals/send-proposal.ts';
import { idOf } from '#db/key-id.ts';
import { acceptInvitation } from '#web/server/services/representation/accept-invitation.ts';
import { loadRepresentation } from '#web/server/services/representation/load-representation.ts';
import { nameRepresentative } from '#web/server/services/representation/name-representative.ts';
import type { Cast } from './cast.ts';
import type { DemoStep, Dispute } from './dispute.ts';
import { addressOf, personOf, type PersonKey } from './people.ts';
import type { Platform } from './platform.ts';

/** The steps of a dispute through the product's services, in order; those that the journal knows already are passed over. */
export async function runSteps(
  platform: Platform,
  cast: Cast,
  { dossierId, dispute }: { dossierId: string; dispute: Dispute },
): Promise<void> {
  const done = await recordedCommands(platform.deps.db, dossierId);
  let told = 0;
  for (const [index, step] of dispute.steps.entries()) {
    // A declaration is not counted: a demonstration that was begun before mediators had to declare (ADR 31) goes on where it was.
    const name = step.act === 'declareNoConflict' ? `declared before ${told}` : String(told++);
    const key = idOf('demo-act', dossierId, name);
    if (done.has(key)) continue;
    try {
      await runStep(platform, cast, { dossierId, step, key });
    } catch (error) {
      throw new Error(`${dispute.key}, step ${index + 1} (${step.act}): ${(error as Error).message}`, { cause: error });
    }
  }
}

/** One step of a dossier; the same key is the same step done again. */
type Keyed<Step> = { dossierId: string; step: Step; key: string };
type StepOf<A> = Extract<DemoStep, { act: A }>;

async function runStep(platform: Platform, cast: Cast, { dossierId, step, key }: Keyed<DemoStep>): Promise<void> {
  if (step.act === 'acceptInvitation') return acceptAsInvited(platform, cast, { dossierId, step, key });
  if (step.act === 'nameRepresentative') return nameAsConsumer(platform, cast, { dossierId, step, key });
  const { deps } = platform;
  const opened = await loadNamed(deps, cast.user(step.by), dossierId);
  if (step.act === 'declareNoConflict' && opened.state.mediation?.declaredAt) return;
  const ids: Ids<PersonKey> = {
    made: (thing) => idOf(thing, key),
    account: (name) => cast.user(name).id,
    merchantId: opened.state.merchantId,
  };
  const seen = seenOf(opened.state, opened.actor);
  const { command, writings } = commandOf<typeof step.act, PersonKey, ProposalContent>(step, seen, ids);
  if (command.type === 'acceptProposal') {
    const { proposalId, version } = command;
    await accept(deps, opened, { key, ip: addressOf(step.by), proposalId, version });
    return;
  }
  const proposes = step.act === 'propose' || step.act === 'editProposal';
  if (proposes && opened.actor.role !== 'mediator') {
    return sendForm(platform, opened, { key, command: command as Proposing, content: step.proposal });
  }
  for (const writing of writings) await write(platform, opened, writing);
  await execute(deps, opened, { key, command });
}

type Proposing = CommandOf<'propose' | 'editProposal'>;

/** The parties' form. */
function sendForm(
  { deps }: Platform,
  opened: OpenDossier,
  { key, command, content }: { key: string; command: Proposing; content: ProposalContent },
): Promise<void> {
  const { contentId, proposalId } = command;
  const edits = command.type === 'editProposal';
  const sees = edits ? { answers: null, version: command.version } : { answers: command.answers, version: 0 };
  const form = { contentId, proposalId, base: '', ...sees };
  return sendProposal(deps, opened, { key, form, content, editedId: edits ? proposalId : null });
}

/** Content, given to be published: what was written before a crash is there already. */
async function write(
  { deps }: Platform,
  opened: OpenDossier,
  writing: Writing<PersonKey, ProposalContent>,
): Promise<void> {
  const save = async <Content>(row: DraftRow<Content>) =>
    void (await saveDraftRow(deps.db, row, { seen: [], give: true }));
  const whose = { id: writing.id, dossierId: opened.summaryRow.id, authorId: opened.user.id };
  if (writing.row === 'proposal' && writing.proposal) {
    const { proposalId, proposal } = writing;
    return save(proposalRow({ ...whose, proposalId, author: 'mediator', content: proposal }));
  }
  if (writing.row === 'message' && writing.body) {
    const { thread, body, announcesClosing = false } = writing;
    return save(messageRow({ ...whose, thread, authorRole: opened.actor.role, body, announcesClosing }));
  }
  if (writing.row === 'justification' && writing.body) {
    return save(justificationRow({ ...whose, kind: writing.kind, body: writing.body }));
  }
  throw new Error(`the demonstration writes no ${writing.row}`);
}

async function nameAsConsumer(
  { deps }: Platform,
  cast: Cast,
  { dossierId, step, key }: Keyed<StepOf<'nameRepresentative'>>,
): Promise<void> {
  const { firstName, lastName, email } = personOf(step.person);
  const representation = await loadRepresentation(deps, cast.user(step.by), dossierId);
  const form = { firstName, lastName, email, relationship: step.relationship, adult: 'on', consent: 'on' } as const;
  await nameRepresentative(deps, { representation, form, key });
}

/** The invited person types the dossier's number and the key of the e-mail (F-077). */
async function acceptAsInvited(
  { deps, accounts }: Platform,
  cast: Cast,
  { dossierId, step: { by }, key }: Keyed<StepOf<'acceptInvitation'>>,
): Promise<void> {
  const state = await deps.engine.state(dossierId);
  const invitationId = state?.representative?.invitationId;
  const number = (await loadSummaryRow(deps.db, { dossierId, readerId: null }))?.number;
  if (!invitationId || !number) throw new Error('nobody is invited');
  const form = {
    number,
    validationKey: invitationKey(accounts.secrets[0], invitationId),
    adult: 'on',
    notLawyer: 'on',
    terms: 'on',
    confidentiality: 'on',
    ...versionsFor('consumer'),
  } as const;
  const { language } = personOf(by);
  const accepted = { user: cast.user(by), form, key, language, ip: addressOf(by) };
  await acceptInvitation({ ...deps, limits: accounts.limits }, accepted);
}
