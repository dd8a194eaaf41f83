import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { ErrorCode } from '#contracts/errors.ts';
import { keyedHash, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import { placeOf } from '../http/network-place.ts';
import { eventOfRefusal, type SecurityEvent, type SecurityEvents } from './vocabulary.ts';

/** A request as the log knows it. `userId` and `session` are null until the session is known. */
type Asking = {
  /** Puts together the lines of one request. */
  request: string;
  place: string;
  userId: string | null;
  session: string | null;
  /** The page that is asked for, by its name in the address book, and the ids that its address names besides a dossier's. */
  page: string | null;
  about: string;
  write(event: SecurityEvent, facts: Record<string, unknown>): void;
};

/** What is being answered: services tell what happens without knowing who asked. */
const asking = new AsyncLocalStorage<Asking>();

/**
 * Begins the context of a request in which {@link tell} writes lines.
 *
 * @param deps.secrets key the hashes: who reads the log cannot find a person by trying addresses.
 */
export function securityLog({ log, secrets: [present] }: { log: Logger; secrets: SecretRing }): RequestHandler {
  const keyed = (kind: 'subject' | 'place', value: string | null): string | null =>
    value === null ? null : keyedHash(present, 'log', `${kind}:${value}`).toString('base64url').slice(0, 16);
  const place = (ip: string | undefined) => keyed('place', placeOf(ip ?? ''));

  return (request, _response, next) => {
    const one: Asking = {
      request: randomBytes(6).toString('base64url'),
      place: place(request.ip) ?? '',
      userId: null,
      session: null,
      page: null,
      about: '',
      write(event, { subject, ...facts }) {
        const about = typeof subject === 'string' ? { subject: keyed('subject', subject.toLowerCase()) } : {};
        const { request: id, place: from, session } = one;
        const who = one.userId === null ? null : keyed('subject', one.userId.toLowerCase());
        log.info({ security: event, request: id, who, session, place: from, ...about, ...facts }, 'security');
      },
    };
    asking.run(one, next);
  };
}

/** Writes the line of an event, in the name of the request being answered; nothing outside of one. */
export function tell<Event extends SecurityEvent>(event: Event, facts: SecurityEvents[Event]): void {
  asking.getStore()?.write(event, facts);
}

/** {@link tell} for a refusal that is an event; nothing for another one. `page` is its id in the address book. */
export function tellRefusal(code: ErrorCode, page: string): void {
  const event = eventOfRefusal[code];
  if (event === undefined) return;
  if (event === 'access.refused') tell(event, { reason: code, page });
  else if (event === 'request.cross_site') tell(event, {});
  else tell(event, { reason: code });
}

/** Who asks, once their session is known. `token` is the session's own, or null. */
export function askedBy(userId: string | null, token: string | null): void {
  const one = asking.getStore();
  if (!one) return;
  one.userId = userId;
  one.session = userId !== null && token !== null ? sessionRef(token) : null;
}

/** Which page is asked for, once that is known; `about`: ids that its address names besides the dossier's. */
export function askedFor(page: string, about: string): void {
  const one = asking.getStore();
  if (one) Object.assign(one, { page, about });
}

/** The request being answered, and the page that it asks for; null outside of one. */
export function requestedPage(): { request: string; page: string | null; about: string } | null {
  const one = asking.getStore();
  return one ? { request: one.request, page: one.page, about: one.about } : null;
}

/** The name of a session in the log: the first bytes of the hash that it is stored under. */
export function sessionRef(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 12);
}

/** The request being answered, by its id in the log; null outside of one. */
export function requestRef(): string | null {
  return asking.getStore()?.request ?? null;
}
