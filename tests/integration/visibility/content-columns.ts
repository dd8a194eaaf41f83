import type { Mark } from './marks.ts';

const ofProposals = ['proposal', 'version', 'counter', 'mediatorProposal', 'consumerDraft', 'merchantDraft'] as const;

/** Where the world's marks are: every column that holds what people write, by `table.column`. */
export const markedColumns: Record<string, readonly Mark[]> = {
  'access_request.answer': ['accessAnswer'],
  'access_request.body': ['accessAsked'],
  'access_request.person': ['accessAsked'],
  ...Object.fromEntries(
    ['phone', 'address_line', 'city', 'province', 'postal_code', 'job_title'].map((name) => [
      `app_user.${name}`,
      ['consumerAccount'] as const,
    ]),
  ),
  'closing_identity.identity': ['title', 'contact'],
  'document.title': ['document'],
  'document.file_name': ['document'],
  'dossier_form.title': ['title'],
  'dossier_form.parties': ['contact'],
  'dossier_form.problem': ['problem', 'good', 'priorSteps'],
  'establishment.name': ['place'],
  'invitation.email': ['invited'],
  'invitation.first_name': ['invited'],
  'invitation.last_name': ['invited'],
  'justification.body': ['withdrawal', 'refusal', 'closing', 'nature', 'leaving', 'reading'],
  'kept_text.typed': ['consumerKept', 'mediatorKept'],
  'kept_text.shown': ['consumerKept', 'mediatorKept'],
  'mediator_note.body': ['notes'],
  'message.body': [
    ...(['negotiation', 'shared', 'room', 'consumerCaucus', 'merchantCaucus'] as const),
    ...(['consumerDraft', 'merchantDraft', 'mediatorDraft'] as const),
  ],
  'office_contact.body': ['officeNote'],
  'office_step.body': ['officeStep'],
  'participation.answer': ['applicantAnswer'],
  'participation.form': ['applicant'],
  'participation.legal_name': ['applicant'],
  'proposal_content.remedies': ofProposals,
  'proposal_content.terms': ofProposals,
  'saved_reply.body': ['reply'],
  'saved_reply.title': ['reply'],
};

/**
 * Columns of words, of JSON or of bytes that hold nothing that the people of a dossier write to each other or for themselves, and why.
 */
export const withoutContent: Record<string, readonly string[]> = {
  'codes of a closed list': [
    ...['access_request.kind', 'access_request.state', 'app_user.kind', 'app_user.language', 'audit_log.action'],
    ...['document.kind', 'document.generated_for', 'document.language', 'document.media_type', 'document.owner_role'],
    ...['document.scan', 'dossier.accepted_side', 'dossier.next_deadline_kind', 'dossier.outcome'],
    ...['hand_over_line.refused', 'mediator_field.problem_kind', 'participation.undertaking'],
    ...['dossier.problem_kind', 'dossier.revision_asked_by', 'dossier.status', 'dossier.turn', 'dossier.turn_what'],
    ...['dossier_command.command_type', 'dossier_command.refused_code', 'dossier_command.status'],
    ...['dossier_event.actor_role', 'dossier_event.type', 'invitation.relationship', 'justification.kind'],
    ...['mail.language', 'mail.state', 'mail.template', 'merchant_member.role', 'message.author_role'],
    ...['message.thread', 'office_contact.kind', 'office_contact.side', 'office_news.kind', 'office_news.side'],
    ...['one_time_code.purpose', 'participation.language', 'participation.state', 'proposal_content.author'],
    ...['reaction.kind', 'referral.language', 'referral.problem_kind', 'registration.language', 'session.browser'],
    ...['session.system', 'terms_acceptance.kind', 'terms_acceptance.language', 'terms_acceptance.version'],
    ...['thread_read.thread', 'passkey.transports'],
  ],
  'numbers, ids, digests and keys that the platform makes': [
    ...['agreement_certificate.certificate_number', 'agreement_certificate.sha256', 'audit_anchor.hash'],
    ...['audit_anchor.key_id', 'audit_anchor.mac', 'audit_log.subject', 'document.sha256', 'document.storage_key'],
    ...['dossier.head_hash', 'dossier.number', 'dossier_command.command_key', 'dossier_command.digest'],
    ...['dossier_event.command_key', 'dossier_event.hash', 'dossier_event.prev_hash', 'dossier_event.seal'],
    ...['acceptance_address.command_key', 'engine_walk.engine_id', 'invitation.key_hash', 'journal_anchor.hash'],
    ...['journal_anchor.key_id', 'journal_anchor.mac', 'mail.dedupe_key', 'one_time_code.code_hash'],
    ...['participation.link_hash', 'participation.number', 'rate_limit.key', 'reaction.id', 'recovery_code.code_hash'],
    ...['referral.access_code_hash', 'referral.reference_number', 'registration.code_hash'],
    ...['registration.former_codes', 'session.id_hash', 'email_change.code_hash', 'email_change.undo_hash'],
    ...['email_change.former_code_hash'],
    ...['kept_text.form', 'participation.neq', 'merchant.neq'],
  ],
  'ids, codes and instants only: the journal, what it owes, the platform’s acts (ADR 3). That no mark is in them is what the test asserts':
    [
      ...['agreement_certificate.acceptances', 'audit_log.detail', 'dossier.state', 'dossier_event.payload'],
      'dossier.led_by',
      ...['mail.params', 'policy_version.policy', 'reaction.payload'],
    ],
  'what a server answered': ['mail.last_error', 'reaction.last_error'],
  'how a person proves who they are; read by nobody': [
    ...['app_user.password_hash', 'authenticator.secret', 'passkey.credential_id', 'passkey.public_key'],
    ...['registration.password_hash', 'identity_link.issuer', 'identity_link.subject'],
  ],
  'an account’s own, on its own pages: integration/accounts': ['passkey.name', 'session.place'],
  'names and addresses by which people and companies are known: integration/accounts, tests/security/companies-apart': [
    ...['app_user.accreditation', 'app_user.email', 'app_user.first_name', 'app_user.last_name', 'app_user.search'],
    ...['email_change.former_email', 'email_change.new_email', 'mail.to_address', 'mail.to_name'],
    ...['merchant.address_line', 'merchant.city', 'merchant.email', 'merchant.legal_name', 'merchant.name'],
    ...['merchant.phone', 'merchant.postal_code', 'merchant.province', 'merchant.search', 'merchant.trade_names'],
    ...['participation.sender_email', 'referral.consumer_email', 'registration.email', 'registration.first_name'],
    ...['registration.last_name'],
  ],
};
