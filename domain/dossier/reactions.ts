import type { DossierEvent, Reaction } from './events.ts';
import type { DossierMailTemplate } from './reactions/mail-templates.ts';
import { isRepresented, otherSide, userIdOf } from './state/parties.ts';
import { hasAccepted, proposalOf } from './state/proposals.ts';
import { bothSides, sideAudience, speaker, tell, toBothSides, toMediator } from './reactions/audiences.ts';
import type { Note } from './reactions/audiences.ts';
import { deadlinePassed } from './reactions/deadlines.ts';
import type { Author, Dossier } from './types.ts';

/**
 * What is to be done because of an event: documents to render, people to notify, content to erase. Nobody is notified of what they did themselves,
 * nor of what the matrix hides from them (requirements §4, §6).
 *
 * @param state the dossier after the event, or after all events of its command.
 * @returns reactions whose `key` is unique within the event.
 */
export function reactions(event: DossierEvent, state: Dossier): Reaction[] {
  const notes = [...notesOf(event, state), ...toRepresentedConsumer(event, state)];
  const notifications = new Map<string, Reaction>();
  for (const [audience, template] of notes) {
    const key = `notify:${audience}:${template}`;
    notifications.set(key, { key, kind: 'notify', audience, template });
  }
  return [...work(event), ...notifications.values()];
}

/** F-101, F-118, F-120: documents; F-142: the erasure. */
function work(event: DossierEvent): Reaction[] {
  if (event.type === 'dossierPurged') return [{ key: 'eraseContent', kind: 'eraseContent' }];
  if (event.type !== 'dossierClosed') return [];
  if (event.outcome === 'agreement') {
    return [{ key: 'renderDocument:agreement', kind: 'renderDocument', document: 'agreement' }];
  }
  if (event.outcome === 'mediationFailed') {
    return [{ key: 'renderDocument:attestation', kind: 'renderDocument', document: 'attestation' }];
  }
  return [];
}

function notesOf(event: DossierEvent, state: Dossier): Note[] {
  switch (event.type) {
    case 'dossierCreated':
      return [['consumerSide', 'draft-opened']];
    case 'draftExtended':
      return [['consumerSide', 'draft-extended']];
    case 'draftExpired':
      return [['consumerSide', 'draft-expired']];
    case 'dossierSubmitted':
      // the respondent learns of a dossier when it is submitted, never of a draft.
      return [
        ['consumerSide', 'dossier-submitted'],
        ['respondent', 'new-dossier'],
      ];
    case 'representativeNamed':
      return [
        ['invitee', event.replaces === undefined ? 'representative-invitation' : 'representative-invitation-again'],
        ['consumer', 'representative-named'],
      ];
    case 'invitationAccepted':
      return [
        ['consumer', 'representative-active'],
        [`user:${event.userId}`, 'representative-welcome'],
        ...counterparts(state, 'representative-announced'),
      ];
    case 'invitationExpired':
      return [['consumer', 'invitation-expired']];
    case 'representativeRemoved':
      return removed(event, state);
    case 'chargeTaken':
      return chargeTaken(event, state);
    case 'proposalMade':
      return proposalMade(event);
    case 'proposalEdited':
      return proposalEdited(event);
    case 'proposalAccepted':
      return proposalAccepted(event, state);
    case 'acceptanceWithdrawn':
      return toMediator(state, 'mediation-acceptance-withdrawn');
    case 'revisionAsked':
      return toMediator(state, 'mediation-revision-asked');
    case 'messagePosted':
      return messagePosted(event, state);
    case 'messagesShared':
      return [...toMediator(state, 'messages-shared'), [sideAudience(otherSide(event.side)), 'messages-shared-notice']];
    case 'caucusOpened':
      return toMediator(state, 'caucus-opened');
    case 'documentAdded':
      return documentChanged(event, state, 'document-added');
    case 'documentWithdrawn':
      return documentChanged(event, state, 'document-withdrawn');
    case 'mediationRequested':
      return [
        [sideAudience(otherSide(event.side)), 'mediation-requested'],
        ['office', 'mediation-to-assign'],
      ];
    case 'mediatorAssigned':
      return [
        ...toBothSides('mediator-assigned'),
        ['mediator', 'mediation-assigned'],
        ...(event.replaced ? [[`user:${event.replaced}`, 'mediation-reassigned'] satisfies Note] : []),
      ];
    case 'noConflictDeclared':
      return toBothSides('mediator-declared');
    case 'mediatorRecused':
      return [
        ...toBothSides(event.reasonTold ? 'mediator-recused-why' : 'mediator-recused'),
        ['office', 'mediator-recused-office'],
      ];
    case 'mediatorReleased':
      return toBothSides('mediator-released');
    case 'mediationWithdrawn':
      return [
        state.mediation?.mediatorId ? ['mediator', 'mediation-withdrawal'] : ['office', 'mediation-withdrawal-office'],
        [
          sideAudience(otherSide(event.side)),
          state.mediation?.ledBy.length ? 'mediation-withdrawal-notice' : 'mediation-withdrawal-before',
        ],
      ];
    case 'reportedToOffice':
      return [['office', 'mediation-report']];
    case 'sideNudged':
      return [[sideAudience(event.side), 'office-nudge']];
    case 'reportAnswered':
      return toMediator(state, 'mediation-report-answered');
    case 'glassBroken':
      return [
        ...toBothSides('break-glass'),
        ...(isRepresented(state) ? [['consumer', 'break-glass'] satisfies Note] : []),
        ...toMediator(state, 'break-glass'),
      ];
    case 'dossierClosed':
      return closed(event, state);
    case 'deadlinePassed':
      return deadlinePassed(event, state);
    // Notified by the event that comes with it or came before, or nothing to notify.
    case 'sideContacted':
    case 'breakGlassEnded':
    case 'negotiationRefused':
    case 'agreementConcluded':
    case 'dossierPurged':
      return [];
  }
}

function removed(event: Extract<DossierEvent, { type: 'representativeRemoved' }>, state: Dossier): Note[] {
  if (!event.userId) return [['invitee', 'invitation-revoked']];
  return [
    ['consumer', 'representative-removed'],
    [`user:${event.userId}`, 'representation-ended'],
    ...counterparts(state, 'representation-over'),
  ];
}

/**
 * F-086, A-21: the new member in charge, the former one, the respondent, the consumer's side, and who mediates meanwhile. A colleague may have given it (F-081).
 * After an agreement what is left is to write to each other (F-103).
 */
function chargeTaken(event: Extract<DossierEvent, { type: 'chargeTaken' }>, state: Dossier): Note[] {
  const { by, userId, replaced } = event;
  const author = userIdOf(by);
  const told = author === userId ? 'charge-confirmed' : 'charge-given';
  return [
    ['consumerSide', replaced ? 'charge-passed' : 'charge-taken'],
    [`user:${userId}`, state.closing ? `${told}-after` : told],
    ...(replaced && replaced !== author ? [[`user:${replaced}`, 'charge-replaced'] satisfies Note] : []),
    ...(by.role === 'respondent' ? [] : [['respondent', 'charge-changed'] satisfies Note]),
    ...(state.status === 'mediation' ? toMediator(state, 'charge-passed-mediator') : []),
  ];
}

function proposalMade(event: Extract<DossierEvent, { type: 'proposalMade' }>): Note[] {
  if (event.author === 'mediator') return toBothSides('mediator-proposal-received');
  // The first proposal travels with the dossier itself (F-069): `new-dossier` announced it.
  if (event.answers === null) return [];
  return [[sideAudience(otherSide(event.author)), 'counter-proposal-received']];
}

/** F-095, A-11: a side whose acceptance became void is notified of that, instead of the plain notice. */
function proposalEdited(event: Extract<DossierEvent, { type: 'proposalEdited' }>): Note[] {
  if (event.author !== 'mediator') {
    return [[sideAudience(otherSide(event.author)), 'proposal-edited']];
  }
  return bothSides.map((side) => [
    sideAudience(side),
    event.voided.includes(side) ? 'acceptance-voided' : 'mediator-proposal-edited',
  ]);
}

/** §6: the other side does not know of it; when it concludes, the agreement tells everyone. */
function proposalAccepted(event: Extract<DossierEvent, { type: 'proposalAccepted' }>, state: Dossier): Note[] {
  const proposal = proposalOf(state, event.proposalId);
  const concludes =
    proposal && (proposal.author !== 'mediator' || bothSides.every((side) => hasAccepted(proposal, side)));
  return concludes ? [] : toMediator(state, 'mediation-acceptance');
}

function messagePosted(event: Extract<DossierEvent, { type: 'messagePosted' }>, state: Dossier): Note[] {
  // Both sides, who are told of more than of a message (F-131).
  if (event.announcesClosing) return toBothSides('closing-announced');
  const author = speaker(event);
  const readers: Record<typeof event.thread, Author[]> = {
    negotiation: ['consumer', 'merchant'],
    mediationRoom: ['consumer', 'merchant', 'mediator'],
    consumerCaucus: ['consumer', 'mediator'],
    merchantCaucus: ['merchant', 'mediator'],
  };
  return readers[event.thread]
    .filter((reader) => reader !== author)
    .flatMap((reader) => tell(state, reader, 'message-received'));
}

/** A draft's documents concern nobody else yet. The representative is notified of a represented consumer's own document. */
function documentChanged(event: DossierEvent, state: Dossier, template: DossierMailTemplate): Note[] {
  if (state.status === 'draft') return [];
  const others = (['consumer', 'merchant', 'mediator'] as const).filter((reader) => reader !== speaker(event));
  const notes = others.flatMap((reader) => tell(state, reader, template));
  return event.by.role === 'consumer' && isRepresented(state) ? [...notes, ['consumerSide', template]] : notes;
}

/** F-102, F-104, F-119, F-120, A-07, A-08; and the kit to the consumer's people on any closing without agreement (F-140). */
function closed(event: Extract<DossierEvent, { type: 'dossierClosed' }>, state: Dossier): Note[] {
  const kit: Note[] = [
    ['consumerSide', 'information-kit'],
    ...(isRepresented(state) ? [['consumer', 'information-kit'] satisfies Note] : []),
  ];
  switch (event.outcome) {
    case 'agreement':
      return [
        ...toBothSides('agreement-concluded'),
        ...(isRepresented(state) ? [['consumer', 'agreement-concluded'] satisfies Note] : []),
        ...toMediator(state, 'agreement-concluded-mediator'),
      ];
    case 'refused':
      return [['consumerSide', 'negotiation-refused'], ...kit];
    case 'withdrawn': {
      const side = speaker(event);
      if (side === 'consumer' || side === 'merchant')
        return [...tell(state, otherSide(side), 'dossier-closed'), ...kit];
      return [...toBothSides('mediation-never-led'), ...closedByItself(state), ...kit];
    }
    case 'mediationFailed':
      return [...toBothSides('mediation-failed'), ...(event.role === 'system' ? closedByItself(state) : []), ...kit];
    case 'draftExpired':
      return [];
  }
}

/** To who mediates, or was named to and never said that they could. */
function closedByItself(state: Dossier): Note[] {
  return toMediator(state, state.mediation?.declaredAt ? 'mediation-closed-automatically' : 'declaration-moot');
}

/**
 * a represented consumer is notified of all that their side is notified of, and of what their representative does, without being asked to act.
 */
function toRepresentedConsumer(event: DossierEvent, state: Dossier): Note[] {
  if (!isRepresented(state) || event.by.role === 'consumer' || event.type === 'invitationAccepted') return [];
  const heard = notesOf(event, state);
  if (heard.some(([audience]) => audience === 'consumer')) return [];
  const byRepresentative = event.by.role === 'consumerRepresentative' && event.type !== 'negotiationRefused';
  const sideHeard = heard.some(([audience]) => audience === 'consumerSide');
  return byRepresentative || sideHeard ? [['consumer', 'represented-update']] : [];
}

/** The merchant's side and the mediator, as far as they know of the dossier. */
function counterparts(state: Dossier, template: DossierMailTemplate): Note[] {
  if (state.status === 'draft' || state.status === 'expired') return [];
  return [['merchantSide', template], ...toMediator(state, template)];
}
