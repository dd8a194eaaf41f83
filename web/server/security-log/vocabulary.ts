import type { ErrorCode } from '#contracts/errors.ts';

/**
 * What the log says of security (ASVS 16.2.1, 16.3.1 to 16.3.3): each event and what its line adds to the time, the request, who asked, in which
 * session and from which place. Facts are codes and names of our own; a person, an address or a dossier is given to `tell` as it is, and
 * written as a keyed hash (see Subject).
 */
export type SecurityEvents = {
  /** The right password, for an account in use; `subject` is its address, and the request's `session.started` tells whose it is. */
  'sign_in.accepted': Subject;
  /** A wrong password or an account that cannot be used; `subject` is the address that was typed. */
  'sign_in.refused': Subject & { device: 'known' | 'new' };
  /** The password was right, and a second factor is asked for (ADR 35). */
  'second_step.asked': Subject;
  'second_step.accepted': Subject & { factor: Factor };
  'second_step.refused': Subject & { factor: Factor; reason: ErrorCode };
  /** A passkey that signs in by itself was refused. */
  'passkey.refused': { reason: ErrorCode };
  /** An identity service of the office cannot be reached, or did not say who came; `fault` is a code of the protocol. */
  'identity.faulty': { fault: string };
  /** Who came from it may not enter, or not now. */
  'identity.refused': { reason: ErrorCode };
  /** An officer came from it for the first time, known by their address. */
  'identity.linked': Subject;
  'factor.added': Subject & { factor: Factor };
  'factor.removed': Subject & { factor: Factor };
  /** A person was given a session: after a password, a code or a link. */
  'session.started': Subject & { session: string };
  'session.ended': NoFacts;
  /** All the other sessions of a person were ended. */
  'sessions.ended': NoFacts;
  /** A code was made to be sent by e-mail; `subject` is the address. */
  'code.asked': Subject & { purpose: CodePurpose };
  /** A code was wrong, too old, used, or had too many wrong answers. */
  'code.refused': { purpose: CodePurpose; reason: ErrorCode };
  'code.used': Subject & { purpose: CodePurpose };
  /** An activation link that opens nothing. */
  'link.refused': NoFacts;
  'link.used': Subject;
  'password.changed': Subject & { by: 'code' | 'password' };
  /** The address of an account is another: by the code sent to it, or undone by the link sent to the former one. */
  'email.changed': Subject & { by: 'code' | 'link' };
  /** An attempt past the count of a rule (limits/rules.ts). */
  'limit.reached': Subject & { limit: string };
  /** The reader's kind, role or phase does not give what was asked, or there is nothing there for them. */
  'access.refused': { reason: ErrorCode; page: string };
  /** Another site's page made the browser send it, or nothing says where it comes from. */
  'request.cross_site': NoFacts;
  /** A body that was too large, too slow, encoded otherwise, or one more than the process holds. */
  'body.refused': { reason: ErrorCode };
  /** A file that is not what it says, or that could harm who opens it. */
  'file.refused': { reason: ErrorCode };
  /** Codes of the Office, or a validation key, that open nothing for this person. */
  'key.refused': { reason: ErrorCode };
  /** An officer read a page or a file. */
  'office.read': Subject & { page: string };
  /** An officer reads the content of a dossier for a reason, a code of the list; each reading; its end before its time. */
  'office.content_opened': Subject & { reason: string };
  'office.content_read': Subject & { page: string | null };
  'office.content_closed': Subject;
  /** An officer's act on an account or a company; `subject` is its row. The line precedes the end of the transaction. */
  'office.acted': Subject & { action: string };
};

export type SecurityEvent = keyof SecurityEvents;

type Factor = 'authenticator' | 'passkey' | 'recovery_codes' | 'all';

type CodePurpose = 'verify_email' | 'reset_password' | 'change_email';

type NoFacts = Record<never, never>;

/** Whom or what the event is about: an id or an address. Written as a keyed hash, so that lines about the same one can be put together. */
type Subject = { subject: string | null };

/** The event that a refusal is, wherever it was thrown; other refusals are the ordinary course of a dispute. */
export const eventOfRefusal: Partial<
  Record<ErrorCode, 'access.refused' | 'request.cross_site' | 'body.refused' | 'file.refused' | 'key.refused'>
> = {
  'access.denied': 'access.refused',
  'access.consumers_only': 'access.refused',
  'access.not_found': 'access.refused',
  'actor.not_allowed': 'access.refused',
  'actor.represented': 'access.refused',
  'actor.not_a_party': 'access.refused',
  'actor.not_mediator': 'access.refused',
  'actor.not_officer': 'access.refused',
  'message.no_thread_access': 'access.refused',
  'csrf.refused': 'request.cross_site',
  'form.too_large': 'body.refused',
  'form.too_slow': 'body.refused',
  'form.invalid': 'body.refused',
  'platform.busy': 'body.refused',
  'file.unsafe': 'file.refused',
  'file.mismatch': 'file.refused',
  'codes.unknown': 'key.refused',
  'codes.not_yours': 'key.refused',
  'invitation.unknown': 'key.refused',
};
