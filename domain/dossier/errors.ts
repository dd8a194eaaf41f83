/** Every reason for which a command may be refused. Each has a sentence in content/texts and an HTTP status in contracts/errors. */
export const domainErrorCodes = [
  'dossier.exists',
  'dossier.unknown',
  'dossier.closed',
  'dossier.purged',
  'dossier.full',
  'dossier.not_draft',
  'dossier.draft_expired',
  'dossier.not_submitted',
  'dossier.not_in_negotiation',
  'dossier.not_in_mediation',
  'dossier.in_mediation',
  'dossier.not_in_charge',
  'dossier.already_in_charge',
  'dossier.already_taken_charge',
  'dossier.charge_changed',
  'actor.not_allowed',
  'actor.represented',
  'actor.not_a_party',
  'actor.not_mediator',
  'actor.not_officer',
  'representative.exists',
  'representative.none',
  'representative.is_party',
  'invitation.unknown',
  'invitation.expired',
  'proposal.unknown',
  'proposal.exists',
  'proposal.not_open',
  'proposal.own_open',
  'proposal.not_author',
  'proposal.own',
  'proposal.stale',
  'proposal.answered',
  'proposal.only_mediator',
  'proposal.not_read',
  'proposal.already_accepted',
  'proposal.no_acceptance',
  'proposal.revision_asked',
  'proposal.too_many',
  'message.closed',
  'message.no_thread_access',
  'mediation.too_soon',
  'mediation.already_requested',
  'mediation.not_requested',
  'mediation.mediator_changed',
  'mediation.same_mediator',
  'mediation.recused',
  'mediation.no_mediator',
  'mediation.not_declared',
  'mediation.already_declared',
  'mediation.no_former_mediator',
  'mediation.already_opened',
  'mediation.already_withdrawn',
  'mediation.parties_not_told',
  'mediation.report_answered',
  'mediation.closing_announced',
  'document.not_allowed',
  'document.too_many',
  'content.already_open',
  'content.not_open',
  'deadline.not_due',
  'deadline.passed',
  'value.invalid',
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Thrown by `decide` when the rules refuse a command. `params` holds ids, numbers and instants only. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly params: Record<string, string | number | null>;

  constructor(code: DomainErrorCode, params: Record<string, string | number | null> = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }
}
