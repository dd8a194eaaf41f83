import type { Reader } from '#content/reader.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { PlatformErrorCode } from '#contracts/errors.ts';
import type { Typed } from '#web/app/forms/typed-values.ts';
import type { OpenSession } from './services/accounts/sessions.ts';
import type { CurrentUser } from './services/accounts/types.ts';
import type { Keeping } from './http/keeping.ts';
import type { Services } from './services/index.ts';

/** `auto` follows the reader's system. */
export type Theme = 'auto' | 'light' | 'dark';

/** What pages may know of the configuration. */
type PublicSettings = { origin: string; officeName: string; officeEmail: string; demo: boolean };

/** A refusal made before the page was reached (forged origin, too large, database away), shown by the page `refus`. */
export type RefusalNotice = { code: PlatformErrorCode; status: number };

/** Starts and ends the reader's session; the cookie goes out with this response. */
type SessionControl = {
  /** Whether it is still open, without prolonging it. */
  lives(): Promise<boolean>;
  /**
   * After a password, a code or a link: opens the session, or has the browser wait for the second step of a person who has one.
   * @param mark of the password that was given. @returns whether it is open. @throws AppError `auth.step_over` when it was replaced meanwhile.
   */
  start(userId: string, mark?: string): Promise<boolean>;
  /** After the second step, with its mark, or a passkey. `strong`: both were shown at an identity service, and none need be set up here. */
  complete(userId: string, how?: { strong?: boolean; mark?: string | null }): Promise<void>;
  /** The reader's own open sessions. */
  list(): Promise<OpenSession[]>;
  end(): Promise<void>;
  /** Ends these sessions of the reader's own. */
  endSome(ids: readonly string[]): Promise<void>;
  /** Ends every session of this person except the present one, and gives the present one a new token. */
  endOthers(): Promise<void>;
};

/** The open registration, activation or reset of this browser: only a random id, kept in a short-lived cookie. */
type PendingControl = { get(): string | null; set(id: string): void; clear(): void };

/** What every loader and action receives as `context` (one per request). */
export type RequestContext = {
  services: Services;
  user: CurrentUser | null;
  /** Who reads, for presenters. */
  reader: Reader;
  language: Language;
  t: Translate;
  theme: Theme;
  /** Nonce of the content security policy; never sent to the browser's scripts. */
  nonce: string;
  settings: PublicSettings;
  /** A new random key for a form: a form sent twice has one effect. */
  newKey(): string;
  ip: string;
  /** What this browser kept when a person signed in with it (services/accounts/known-device.ts). */
  device: string | null;
  /** Path and query asked for, without what Remix's own requests add. */
  url: { path: string; search: string };
  /** Asked by a person; by a page that looks for news by itself, or a browser that fetches ahead, when false: nothing is read or told by that (ADR 54). */
  attended: boolean;
  /** Asked by scripts on a page that stays, not as a page. */
  scripted: boolean;
  session: SessionControl;
  pending: PendingControl;
  /** Saves the reader's language or theme in a cookie of this response. */
  remember(preference: { language?: Language; theme?: Theme }): void;
  /** Text key of a sentence shown on top of the next page: `context.announce('account:profile.saved')`. */
  announce(key: string): void;
  /**
   * For what forms keep in the browser: a name of the account that says nothing of it, and the key (base64) that its texts are closed with there. Both
   * empty when nobody is signed in.
   */
  keeping: Keeping;
  /** What those texts were kept under with former secrets: the script puts them under the present one. */
  formerKeepings: Keeping[];
  /** Keys of the forms that this browser sent and that were taken, until a page has told its script. */
  taken: string[];
  /** Notes that a form was taken. */
  take(formKey: string): void;
  /** The page that tells them is made. */
  tellTaken(): void;
  /** The sentence announced by the request before, once, to whoever is there. */
  announced: string | null;
  refusal: RefusalNotice | null;
  /** The page, once it is made: sent in one piece, and not through the answer's stream. */
  page: Buffer | null;
  /** What the form of this request held when it was refused, for a page that can no longer show it. */
  unsent: Typed;
  /** Says in the answer after how many seconds to try again. */
  retryAfter(seconds: number): void;
  /** Set once this request's form is refused: the page that shows it again says so in its title. */
  refused: boolean;
  /** Logs what went wrong, without its message; the same fault once. */
  fault(error: unknown): void;
  /** ISO-8601 UTC instant at which the request came in. */
  now: string;
};

declare module '@remix-run/node' {
  // The augmentation must be an interface.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestContext {}
}
