import type { ProposalForm } from '#contracts/schemas/proposal.ts';
import { invitationKey } from '#db/codes.ts';
import { justificationRow, messageRow, proposalRow } from '#db/content/drafts.ts';
import { saveDraftRow, type DraftRow } from '#db/content/draft-rows.ts';
import { loadSummaryRow } from '#db/dossiers/summary-row.ts';
import { recordedCommands } from '#db/journal/dossier.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { openProposal, type CommandBody } from '#domain/dossier/index.ts';
import { accept } from '#web/server/services/dossier/proposals/acceptance.ts';
import { execute } from '#web/server/services/dossier/open-dossier/execute.ts';
import { loadDossier, type OpenDossier } from '#web/server/services/dossier/open-dossier/load-dossier.ts';
import { sendProposal } from '#web/server/services/dossier/proposals/send-proposal.ts';
import { idOf } from '#web/server/services/key-id.ts';
import { acceptInvitation } from '#web/server/services/representation/accept-invitation.ts';
import { loadRepresentation } from '#web/server/services/representation/load-representation.ts';
import { nameRepresentative } from '#web/server/services/representation/name-representative.ts';
import type { Cast } from './cast.ts';
import { addressOf, personOf } from './people.ts';
import type { Platform } from './platform.ts';
import type { Act, Story } from './story.ts';

/** Plays the acts of a story in order; those that the journal knows already are passed over. */
export async function playActs(platform: Platform, cast: Cast, dossierId: string, story: Story): Promise<void> {
  const done = await recordedCommands(platform.deps.db, dossierId);
  for (const [index, act] of story.acts.entries()) {
    const key = idOf('demo-act', dossierId, String(index));
    if (done.has(key)) continue;
    try {
      await playAct(platform, cast, dossierId, act, key);
    } catch (error) {
      throw new Error(`${story.key}, act ${index + 1} (${act.act}): ${(error as Error).message}`, { cause: error });
    }
  }
}

async function playAct(platform: Platform, cast: Cast, dossierId: string, act: Act, key: string): Promise<void> {
  const { deps } = platform;
  const user = cast.user(act.by);
  if (act.act === 'acceptInvitation') return acceptAsInvited(platform, cast, dossierId, act.by, key);
  if (act.act === 'nameRepresentative') {
    const { firstName, lastName, email } = personOf(act.person);
    const representation = await loadRepresentation(deps, user, dossierId);
    const form = { firstName, lastName, email, relationship: act.relationship, adult: 'on', consent: 'on' } as const;
    return nameRepresentative(deps, { representation, form, key });
  }
  const opened = await loadDossier(deps, user, dossierId);
  const { state } = opened;
  const open = openProposal(state);
  const id = (name: string) => idOf(name, key);
  const command = (body: CommandBody) => execute(deps, opened, { key, command: body });
  switch (act.act) {
    case 'takeCharge':
      await command({ type: 'takeCharge', replaces: state.handlerId });
      return;
    case 'requestMediation':
      await command({ type: 'requestMediation' });
      return;
    case 'assignMediator': {
      const mediatorId = cast.user(act.mediator).id;
      await command({ type: 'assignMediator', mediatorId, replaces: state.mediation?.mediatorId ?? null });
      return;
    }
    case 'propose': {
      const ids = {
        contentId: id('content'),
        proposalId: id('proposal'),
        answers: open?.id ?? null,
        version: 0,
        base: '',
      };
      return send(platform, opened, key, ids, act.proposal, null);
    }
    case 'edit': {
      if (!open) throw new Error('there is nothing to edit');
      const ids = {
        contentId: id('content'),
        proposalId: open.id,
        answers: null,
        version: open.versions.length,
        base: '',
      };
      return send(platform, opened, key, ids, act.proposal, open.id);
    }
    case 'accept':
      if (!open) throw new Error('there is nothing to accept');
      return accept(deps, opened, { key, proposalId: open.id, version: open.versions.length });
    case 'message': {
      const { role } = opened.actor;
      const message = {
        id: id('message'),
        dossierId,
        thread: act.thread,
        authorId: user.id,
        authorRole: role,
        body: act.body,
      };
      await written(platform, messageRow(message));
      await command({ type: 'postMessage', thread: act.thread, messageId: message.id });
      return;
    }
    case 'refuse': {
      const justificationId = await justify(platform, opened, id('justification'), 'refusal', act.justification);
      await command({ type: 'refuseToNegotiate', reason: act.reason, justificationId });
      return;
    }
    case 'close': {
      const justificationId = await justify(platform, opened, id('justification'), 'closing', act.justification);
      await command({ type: 'closeDossier', reason: act.reason, justificationId });
      return;
    }
    case 'closeMediation': {
      const justificationId = await justify(platform, opened, id('justification'), 'closing', act.justification);
      const natureId = await justify(platform, opened, id('nature'), 'nature', act.nature);
      await command({ type: 'closeMediation', reason: act.reason, justificationId, natureId });
      return;
    }
  }
}

/** The parties' form, or for the mediator the same two moves: the content as a draft, then the command. */
async function send(
  platform: Platform,
  opened: OpenDossier,
  key: string,
  form: ProposalForm,
  content: ProposalContent,
  edited: string | null,
) {
  const { deps } = platform;
  if (opened.actor.role !== 'mediator') return sendProposal(deps, opened, { key, form, content, editedId: edited });
  const { contentId, proposalId, answers, version } = form;
  const ids = { id: contentId, dossierId: opened.summaryRow.id, proposalId, authorId: opened.user.id };
  await written(platform, proposalRow({ ...ids, author: 'mediator', content }));
  await execute(deps, opened, {
    key,
    command: edited
      ? { type: 'editProposal', proposalId, version, contentId }
      : { type: 'propose', proposalId, contentId, answers },
  });
}

async function justify(
  platform: Platform,
  opened: OpenDossier,
  id: string,
  kind: string,
  body: string,
): Promise<string> {
  await written(
    platform,
    justificationRow({ id, dossierId: opened.summaryRow.id, authorId: opened.user.id, kind, body }),
  );
  return id;
}

/** A content, given to be published: written before a crash, it is there already. */
async function written<Content>({ deps }: Platform, row: DraftRow<Content>): Promise<void> {
  await saveDraftRow(deps.db, row, { seen: [], give: true });
}

/** The invited person types the dossier's number and the key of the e-mail (F-077). */
async function acceptAsInvited(
  platform: Platform,
  cast: Cast,
  dossierId: string,
  by: string,
  key: string,
): Promise<void> {
  const { deps, accounts } = platform;
  const state = await deps.engine.state(dossierId);
  const invitationId = state?.representative?.invitationId;
  const number = (await loadSummaryRow(deps.db, { dossierId, readerId: null }))?.number;
  if (!invitationId || !number) throw new Error('nobody is invited');
  const form = {
    number,
    validationKey: invitationKey(accounts.pepper, invitationId),
    adult: 'on',
    notLawyer: 'on',
    terms: 'on',
    confidentiality: 'on',
  } as const;
  const { language } = personOf(by);
  const accepted = { user: cast.user(by), form, key, language, ip: addressOf(by) };
  await acceptInvitation({ ...deps, limits: accounts.limits }, accepted);
}
