import { domainErrorCodes, type DomainErrorCode } from '#domain/dossier/errors.ts';

/** Refusals that do not come from the rules of a dossier: accounts, files, forms, the platform itself. */
export const platformErrorCodes = [
  'auth.required',
  'auth.other_account',
  'auth.bad_credentials',
  'auth.bad_password',
  'auth.weak_password',
  'auth.code_wrong',
  'auth.code_expired',
  'auth.code_replaced',
  'auth.too_many_attempts',
  'auth.link_invalid',
  'auth.terms_required',
  'auth.profile_required',
  'auth.factor_required',
  'auth.step_over',
  'auth.totp_wrong',
  'auth.totp_used',
  'auth.totp_clock',
  'auth.recovery_wrong',
  'auth.passkey_unknown',
  'auth.passkey_refused',
  'account.own',
  'account.of_consumer',
  'account.of_merchant',
  'account.of_mediator',
  'account.of_officer',
  'account.exists',
  'account.closed',
  'account.active',
  'account.mediating',
  'mediator.not_available',
  'absence.past',
  'absence.meets_other',
  'absence.over',
  'policy.changed',
  'policy.same',
  'policy.day_past',
  'policy.day_far',
  'office.step_changed',
  'office.not_awaited',
  'member.exists',
  'merchant.exists',
  'access.denied',
  'access.not_found',
  'csrf.refused',
  'codes.unknown',
  'codes.used',
  'codes.expired',
  'codes.not_yours',
  'file.missing',
  'file.empty',
  'file.too_large',
  'file.too_many',
  'file.type_refused',
  'file.mismatch',
  'file.damaged',
  'file.incomplete',
  'file.password',
  'file.unsafe',
  'file.active',
  'file.linked',
  'file.attachment',
  'file.infected',
  'file.quarantined',
  'file.sending',
  'form.invalid',
  'form.used',
  'draft.sent',
  'draft.changed',
  'draft.not_discarded',
  'draft.unread',
  'draft.too_many',
  'form.too_large',
  'form.too_slow',
  'rate.limited',
  'rate.acts',
  'rate.today',
  'rate.invitations',
  'engine.unavailable',
  'platform.busy',
  'platform.unavailable',
  'platform.unexpected',
] as const;

export type PlatformErrorCode = (typeof platformErrorCodes)[number];
export type ErrorCode = DomainErrorCode | PlatformErrorCode;

const errorCodes: ReadonlySet<unknown> = new Set<ErrorCode>([...domainErrorCodes, ...platformErrorCodes]);

export function isErrorCode(code: unknown): code is ErrorCode {
  return errorCodes.has(code);
}

const statuses: Partial<Record<ErrorCode, number>> = {
  'auth.required': 401,
  'auth.other_account': 403,
  'auth.bad_credentials': 422,
  'auth.bad_password': 422,
  'auth.weak_password': 422,
  'auth.code_wrong': 422,
  'auth.code_expired': 422,
  'auth.code_replaced': 422,
  'auth.link_invalid': 404,
  'auth.terms_required': 403,
  'auth.profile_required': 403,
  'auth.factor_required': 403,
  'auth.step_over': 422,
  'auth.totp_wrong': 422,
  'auth.totp_used': 422,
  'auth.totp_clock': 422,
  'auth.recovery_wrong': 422,
  'auth.passkey_unknown': 422,
  'auth.passkey_refused': 422,
  'account.own': 403,
  'auth.too_many_attempts': 429,
  'rate.limited': 429,
  'rate.acts': 429,
  'rate.today': 429,
  'rate.invitations': 429,
  'policy.same': 422,
  'policy.day_past': 422,
  'policy.day_far': 422,
  'access.denied': 403,
  'access.not_found': 404,
  'csrf.refused': 403,
  'codes.unknown': 422,
  'codes.used': 409,
  'codes.expired': 410,
  'codes.not_yours': 403,
  'file.too_large': 413,
  'form.too_large': 413,
  'file.missing': 422,
  'file.empty': 422,
  'file.too_many': 422,
  'file.type_refused': 415,
  'file.mismatch': 415,
  'file.damaged': 422,
  'file.incomplete': 422,
  'file.password': 422,
  'file.unsafe': 422,
  'file.active': 422,
  'file.linked': 422,
  'file.attachment': 422,
  'file.infected': 422,
  'file.sending': 429,
  'form.invalid': 422,
  'form.too_slow': 408,
  'value.invalid': 422,
  'engine.unavailable': 503,
  'platform.busy': 503,
  'platform.unavailable': 503,
  'platform.unexpected': 500,
  'dossier.unknown': 404,
  'dossier.purged': 410,
  'actor.not_allowed': 403,
  'actor.represented': 403,
  'actor.not_a_party': 403,
  'actor.not_mediator': 403,
  'actor.not_officer': 403,
  'message.no_thread_access': 403,
};

/** HTTP status of a refusal. Rules refused by the present state of a dossier are conflicts (409, RFC 9110 §15.5.10). */
export function httpStatusOf(code: ErrorCode): number {
  return statuses[code] ?? 409;
}

/** A refusal with its code; text for people is in content/texts under `errors.<code>`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number | null>;

  constructor(code: ErrorCode, params: Record<string, string | number | null> = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return httpStatusOf(this.code);
  }
}
