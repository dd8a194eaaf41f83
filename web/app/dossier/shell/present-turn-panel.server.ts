import { nameOf, sentence } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { OfferedAction } from '#web/server/services/dossier/shell/offered-actions.ts';
import type { TurnPanel } from '#web/server/services/dossier/shell/turn-panel.ts';
import { presentConditions } from '../mediation/present-conditions.server.ts';

/** « À qui le tour » in words (B-01). */
export function presentTurnPanel(reader: Reader, panel: TurnPanel, dossierId: string) {
  const { t, shortDay, dateTime } = reader;
  const { who, what, since, stand, said, main, mediation, closingAnnouncedAt } = panel;
  const holder = panel.holder ? nameOf(reader, panel.holder) : '';
  return {
    yours: panel.yours,
    /** The other side is awaited: the reader may nudge it (F-098). */
    awaitsOther: panel.stand === 'them' && (who === 'consumer' || who === 'merchant'),
    heading: headingOf(),
    what: sentence(t(`turn:what.${said.what}.${said.to}`, { who: holder, other: nameOf(reader, panel.other) })),
    by: byOf(reader, panel),
    since: since && who !== 'none' && what !== 'performAgreement' ? t('turn:since', { date: shortDay(since) }) : null,
    notes: [
      ...(closingAnnouncedAt ? [t('turn:closingAnnounced', { date: dateTime(closingAnnouncedAt) })] : []),
      ...panel.notes.map(({ key, name }) => t(`turn:${key}`, { name })),
    ],
    main: main && presentAction(reader, main, dossierId),
    others: panel.others.map((action) => presentAction(reader, action, dossierId)),
    mediation: mediation && presentConditions(reader, mediation),
  };

  function headingOf(): string {
    if (who === 'none') return t('turn:heading.none');
    if (what === 'performAgreement') return t('turn:heading.both');
    if (stand === 'you') return t('turn:heading.you');
    if (stand === 'yourSide' && panel.actor) return t('turn:heading.yourSide', { actor: panel.actor });
    return who === 'both' ? t('turn:heading.both') : t('turn:heading.them', { who: holder });
  }
}

function byOf({ t, day, dateTime }: Reader, { who, reminded, by }: TurnPanel): string | null {
  if (!by) return who === 'consumer' || who === 'merchant' || who === 'both' ? t('turn:noLimit') : null;
  const { at, then } = by;
  switch (then) {
    case 'reminder':
      return t(`turn:by.reminder.${who === 'mediator' ? 'mediator' : reminded ? 'you' : 'them'}`, { date: day(at) });
    case 'officeAlert':
      return t(`turn:by.officeAlert.${who === 'mediator' ? 'mediator' : 'side'}`, { date: day(at) });
    case 'target':
    case 'erased':
      return t(`turn:by.${then}`, { date: day(at) });
    case 'expires':
    case 'closes':
    case 'messagesClose':
      return t(`turn:by.${then}`, { date: dateTime(at) });
  }
}

/** Something that the reader can do, as a link to its page. */
function presentAction({ t }: Reader, action: OfferedAction, dossierId: string) {
  const { type } = action;
  switch (type) {
    case 'takeCharge': {
      const name = action.insteadOf;
      const label = name ? t('turn:actions.takeChargeInstead', { name }) : t('turn:actions.takeCharge');
      return { type, label, to: href(pages.dossier.takeCharge, { dossierId }) };
    }
    case 'giveCharge': {
      const to = withQuery(href(pages.queue.charge), { acte: 'confier', d: dossierId });
      return { type, label: t('turn:actions.giveCharge'), to };
    }
    case 'refuseToNegotiate':
      return { type, label: t('turn:actions.refuseToNegotiate'), to: href(pages.dossier.refuse, { dossierId }) };
    case 'acceptProposal': {
      const { proposalId } = action;
      const to = href(pages.dossier.acceptProposal, { dossierId, proposalId });
      return { type, label: t('turn:actions.acceptProposal'), to };
    }
    case 'askForRevision': {
      const { proposalId } = action;
      const to = href(pages.dossier.askForRevision, { dossierId, proposalId });
      return { type, label: t('turn:actions.askForRevision'), to };
    }
    case 'shareMessages':
      return { type, label: t('turn:actions.shareMessages'), to: href(pages.dossier.shareMessages, { dossierId }) };
    case 'propose': {
      const key = { proposal: 'propose', counter: 'counter', initial: 'proposeInitial' } as const;
      const label = t(`turn:actions.${key[action.as]}`);
      return { type, label, to: href(pages.dossier.propose, { dossierId }) };
    }
    case 'editProposal': {
      const { proposalId } = action;
      const to = href(pages.dossier.editProposal, { dossierId, proposalId });
      return { type, label: t('turn:actions.editProposal'), to };
    }
    case 'postMessage':
      return { type, label: t('turn:actions.postMessage'), to: href(pages.dossier.messages, { dossierId }) };
    case 'addDocument': {
      const to = `${href(pages.dossier.documents, { dossierId })}#ajouter`;
      return { type, label: t('turn:actions.addDocument'), to };
    }
    case 'requestMediation':
      return { type, label: t('turn:actions.requestMediation'), to: href(pages.dossier.mediation, { dossierId }) };
    case 'closeDossier':
      return { type, label: t('turn:actions.closeDossier'), to: href(pages.dossier.close, { dossierId }) };
    case 'withdrawFromMediation':
      return { type, label: t('turn:actions.leaveMediation'), to: href(pages.dossier.leaveMediation, { dossierId }) };
    case 'closeMediation': {
      const label = t(action.announced ? 'turn:actions.closeDossier' : 'turn:actions.announceClosing');
      return { type, label, to: href(pages.dossier.closeMediation, { dossierId }) };
    }
    case 'reportToOffice':
      return { type, label: t('turn:actions.report'), to: href(pages.dossier.report, { dossierId }) };
    case 'recuse':
      return { type, label: t('turn:actions.handBack'), to: href(pages.dossier.handBack, { dossierId }) };
    case 'assignMediator':
      return { type, label: t('turn:actions.assignMediator'), to: href(pages.office.assignMediator, { dossierId }) };
    case 'notes':
      return { type, label: t('turn:actions.notes'), to: href(pages.dossier.notes, { dossierId }) };
    case 'answer':
      return { type, label: t('turn:actions.readAndAnswer'), to: href(pages.dossier.proposals, { dossierId }) };
    case 'read':
      return { type, label: t('turn:actions.readAgreement'), to: href(pages.dossier.documents, { dossierId }) };
    case 'discuss': {
      const to = `${href(pages.dossier.proposals, { dossierId })}#discussion`;
      return { type, label: t('turn:actions.discuss'), to };
    }
  }
}
