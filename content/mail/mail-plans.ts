import { href, pages } from '#contracts/pages/index.ts';
import type { MailTemplate } from '#domain/mail/templates.ts';

/** The page that a mail's button opens. `given`: the sender names it (`path` of the parameters). */
export type MailTarget =
  | 'dossier'
  | 'proposals'
  | 'documents'
  | 'messages'
  | 'shared'
  | 'report'
  | 'office'
  | 'list'
  | 'invitation'
  | 'given'
  | 'none';

/** Where a mail leads and what it must be given, besides what every dossier mail has (`number`, `merchantName`). */
export type MailPlan = {
  to: MailTarget;
  needs: readonly string[];
  /**
   * It may go to an address that nobody has proved, because `anyone` typed it, or the `office` did. No person's words are in its subject; what anyone
   * makes the platform send greets nobody by name.
   */
  unproved?: 'anyone' | 'office';
  /** It says what its reader may do, or asks for it: who must do something else first is told so (MailLayout.standings). */
  acts?: true;
};

/** Every dossier mail is given these. */
export const dossierParams = ['number', 'merchantName'] as const;

export const mailPlans: Record<MailTemplate, MailPlan> = {
  'draft-opened': { to: 'dossier', needs: ['draftUntil'] },
  'draft-reminder': { to: 'dossier', needs: ['draftUntil'] },
  'draft-expired': { to: 'none', needs: ['erasedAt'] },
  'draft-extended': { to: 'dossier', needs: ['draftUntil'] },

  'representative-invitation': {
    to: 'invitation',
    needs: ['key', 'consumerName', 'invitationUntil'],
    unproved: 'anyone',
  },
  'representative-invitation-again': {
    to: 'invitation',
    needs: ['key', 'consumerName', 'invitationUntil'],
    unproved: 'anyone',
  },
  'representative-named': { to: 'dossier', needs: ['invitationUntil'] },
  'representative-active': { to: 'dossier', needs: ['representativeName'] },
  'representative-welcome': { to: 'dossier', needs: ['consumerName'] },
  'representative-announced': { to: 'dossier', needs: ['representativeName'] },
  'invitation-expired': { to: 'dossier', needs: [] },
  'invitation-revoked': { to: 'none', needs: [], unproved: 'anyone' },
  'representative-removed': { to: 'dossier', needs: [] },
  'representation-ended': { to: 'none', needs: [] },
  'representation-over': { to: 'dossier', needs: [] },
  'represented-update': { to: 'dossier', needs: [] },

  'dossier-submitted': { to: 'dossier', needs: [] },
  'new-dossier': { to: 'dossier', needs: [] },
  'take-charge-reminder': { to: 'dossier', needs: ['submittedAt'] },
  'merchant-silent-alert': { to: 'office', needs: ['submittedAt'] },
  'merchant-silent': { to: 'dossier', needs: ['submittedAt'] },
  'charge-taken': { to: 'dossier', needs: ['handlerName'] },
  'charge-passed': { to: 'dossier', needs: ['handlerName'] },
  'charge-confirmed': { to: 'proposals', needs: [] },
  'charge-confirmed-after': { to: 'messages', needs: ['messagesUntil'] },
  'charge-given': { to: 'proposals', needs: ['giverName'] },
  'charge-given-after': { to: 'messages', needs: ['giverName', 'messagesUntil'] },
  'charge-replaced': { to: 'dossier', needs: ['handlerName'] },
  'charge-changed': { to: 'dossier', needs: ['handlerName'] },
  'charge-passed-mediator': { to: 'proposals', needs: ['handlerName'] },
  'substitute-update': { to: 'dossier', needs: [] },
  'charge-waiting': { to: 'dossier', needs: [] },
  'negotiation-refused': { to: 'dossier', needs: ['readableUntil'] },

  'counter-proposal-received': { to: 'proposals', needs: ['side'], acts: true },
  'proposal-edited': { to: 'proposals', needs: ['side'], acts: true },
  'agreement-concluded': { to: 'documents', needs: ['messagesUntil', 'readableUntil'] },
  'agreement-concluded-mediator': { to: 'documents', needs: ['readableUntil'] },
  'message-received': { to: 'messages', needs: ['side', 'thread'], acts: true },
  'document-added': { to: 'documents', needs: ['side'] },
  'document-withdrawn': { to: 'documents', needs: ['side'] },
  'dossier-closed': { to: 'dossier', needs: ['side', 'readableUntil'] },
  'information-kit': { to: 'dossier', needs: ['readableUntil'] },

  'turn-reminder': { to: 'dossier', needs: ['awaitedSince'], acts: true },
  'turn-reminder-last': { to: 'dossier', needs: ['awaitedSince'], acts: true },
  'turn-alert': { to: 'office', needs: ['awaitedSince', 'awaited'] },
  'office-nudge': { to: 'dossier', needs: [], acts: true },
  'break-glass': { to: 'dossier', needs: ['until', 'readingReason'] },

  'mediation-available': { to: 'dossier', needs: [], acts: true },
  'mediation-requested': { to: 'dossier', needs: ['side'], acts: true },
  'mediation-to-assign': { to: 'office', needs: [] },
  'mediator-assigned': { to: 'proposals', needs: ['mediatorName'] },
  'mediation-assigned': { to: 'dossier', needs: ['target'] },
  'mediator-declared': { to: 'proposals', needs: ['mediatorName'], acts: true },
  'mediator-reminder': { to: 'dossier', needs: ['mediatorSince'] },
  'mediator-alert': { to: 'office', needs: ['mediatorSince'] },
  'mediation-reassigned': { to: 'none', needs: [] },
  'mediator-recused': { to: 'dossier', needs: [] },
  'mediator-released': { to: 'dossier', needs: [] },
  'mediator-recused-why': { to: 'dossier', needs: ['recusalReason'] },
  'mediator-recused-office': { to: 'office', needs: ['recusalReason'] },
  'mediator-proposal-received': { to: 'proposals', needs: [], acts: true },
  'mediator-proposal-edited': { to: 'proposals', needs: [], acts: true },
  'acceptance-voided': { to: 'proposals', needs: [], acts: true },
  'mediation-acceptance': { to: 'proposals', needs: ['side'] },
  'mediation-acceptance-withdrawn': { to: 'proposals', needs: ['side'] },
  'mediation-revision-asked': { to: 'proposals', needs: ['side'] },
  'caucus-opened': { to: 'messages', needs: ['side'] },
  'messages-shared': { to: 'shared', needs: ['side'] },
  'messages-shared-notice': { to: 'messages', needs: ['side'] },
  'mediation-withdrawal': { to: 'dossier', needs: ['side', 'closesAt'] },
  'mediation-withdrawal-office': { to: 'office', needs: ['side', 'closesAt'] },
  'mediation-withdrawal-notice': { to: 'dossier', needs: ['side', 'closesAt'] },
  'mediation-withdrawal-before': { to: 'dossier', needs: ['side', 'closesAt'] },
  'mediation-target-near': { to: 'dossier', needs: ['target'] },
  'mediation-target-passed': { to: 'dossier', needs: ['target'] },
  'mediation-target-alert': { to: 'office', needs: ['target'] },
  'mediation-report': { to: 'office', needs: ['report'] },
  'mediation-report-answered': { to: 'report', needs: ['report', 'reportAnswer', 'answeredAt'] },
  'closing-announced': { to: 'messages', needs: ['thread'], acts: true },
  'mediation-failed': { to: 'documents', needs: ['readableUntil'] },
  'mediation-closed-automatically': { to: 'dossier', needs: ['readableUntil'] },
  'mediation-never-led': { to: 'dossier', needs: ['readableUntil'] },
  'declaration-moot': { to: 'none', needs: [] },

  'messages-closed': { to: 'dossier', needs: ['readableUntil'] },

  'access-codes': { to: 'given', needs: ['merchantName', 'reference', 'code', 'until'], unproved: 'office' },
  'email-verification': { to: 'given', needs: ['code', 'until'], unproved: 'anyone' },
  'merchant-activation': { to: 'given', needs: ['merchantName', 'userName', 'until'], unproved: 'office' },
  'merchant-access': { to: 'given', needs: ['merchantName', 'userName'], unproved: 'office' },
  'mediator-activation': { to: 'given', needs: ['userName', 'until'], unproved: 'office' },
  'officer-activation': { to: 'given', needs: ['userName', 'until'], unproved: 'office' },
  'password-reset': { to: 'given', needs: ['code', 'until'] },
  'password-changed': { to: 'given', needs: ['changedAt'] },
  'factor-added': { to: 'given', needs: ['changedAt'] },
  'factor-removed': { to: 'given', needs: ['changedAt'] },
  'recovery-codes-made': { to: 'given', needs: ['changedAt'] },
  'recovery-code-used': { to: 'given', needs: ['changedAt'] },
  'factors-reset': { to: 'given', needs: ['changedAt'] },
  'identity-linked': { to: 'given', needs: ['changedAt'] },
  'own-sessions-ended': { to: 'given', needs: ['changedAt'] },
  'sessions-ended': { to: 'given', needs: ['changedAt'] },
  'account-closed': { to: 'none', needs: ['changedAt'], unproved: 'office' },
  'account-reopened': { to: 'given', needs: ['changedAt'] },
  'access-ended': { to: 'none', needs: ['merchantName', 'changedAt'], unproved: 'office' },
  'role-respondent': { to: 'given', needs: ['merchantName', 'changedAt'], unproved: 'office' },
  'role-representative': { to: 'given', needs: ['merchantName', 'changedAt'], unproved: 'office' },
  'email-undone': { to: 'given', needs: ['changedAt', 'userName'] },
  'address-waived': { to: 'given', needs: ['changedAt'] },
  'email-change-former-code': { to: 'given', needs: ['code', 'until', 'userName'] },
  'email-change-code': { to: 'given', needs: ['code', 'until'], unproved: 'anyone' },
  'email-changed': { to: 'given', needs: ['changedAt', 'userName'] },
  'account-exists': { to: 'given', needs: [] },
  'file-infected': { to: 'documents', needs: ['number', 'depositedAt'] },

  'mediator-absence': { to: 'given', needs: ['mediatorName', 'firstDay', 'lastDay'] },
  'mediator-absence-late': { to: 'given', needs: ['mediatorName', 'firstDay', 'lastDay'] },
  'mediator-absence-cancelled': { to: 'given', needs: ['mediatorName', 'firstDay', 'lastDay'] },

  'participation-received': { to: 'none', needs: ['requestNumber'], unproved: 'anyone' },
  'participation-correction': { to: 'given', needs: ['requestNumber', 'until'], unproved: 'office' },
  'participation-accepted': { to: 'none', needs: ['requestNumber'], unproved: 'office' },
  'participation-declined': { to: 'given', needs: ['requestNumber', 'until'], unproved: 'office' },
  'access-request-done': { to: 'given', needs: ['merchantName'] },
  'access-request-declined': { to: 'given', needs: ['merchantName'] },
  'respondent-added': { to: 'given', needs: ['merchantName', 'memberName'] },
  'stand-in-declared': {
    to: 'given',
    needs: ['merchantName', 'absentName', 'substituteName', 'firstDay', 'lastDay'],
  },
  'stand-in-cancelled': {
    to: 'given',
    needs: ['merchantName', 'absentName', 'substituteName', 'firstDay', 'lastDay'],
  },
};

/**
 * Address of a page, without the origin: French in both languages, no personal data. `given` uses the sender's path; messages lead
 * to the `thread` that they are in.
 */
export function pathOf(
  target: MailTarget,
  dossierId: string | null,
  { senderPath, thread }: { senderPath?: string | undefined; thread?: string | undefined } = {},
): string | null {
  const of = { dossierId: String(dossierId) };
  switch (target) {
    case 'dossier':
      return href(pages.dossier.summary, of);
    case 'proposals':
      return href(pages.dossier.proposals, of);
    case 'documents':
      return href(pages.dossier.documents, of);
    case 'messages':
      return threadPath(of, thread);
    case 'shared':
      return href(pages.dossier.sharedMessages, of);
    case 'report':
      return href(pages.dossier.report, of);
    case 'office':
      return href(pages.office.dossier, of);
    case 'list':
      return href(pages.dossier.list);
    case 'invitation':
      return href(pages.representation.invitation);
    case 'given':
      return senderPath ?? null;
    case 'none':
      return null;
  }
}

/** Where a thread is read: the room of the mediation stands below the proposals, the others in the message centre, open on the one named. */
function threadPath(of: { dossierId: string }, thread: string | undefined): string {
  if (thread === 'mediationRoom') return href(pages.dossier.proposals, of);
  const messages = href(pages.dossier.messages, of);
  return thread === undefined ? messages : `${messages}?fil=${encodeURIComponent(thread)}`;
}
