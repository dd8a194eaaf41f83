import { propertyOf } from '#contracts/unknown-values.ts';
import type { MailFailure } from '#db/outbox/queued-mails.ts';
import { createTransport, type Transporter } from 'nodemailer';

export type MailTransport = Transporter;

/**
 * Connection to the mail server named by `SMTP_URL`. Credentials never travel in clear: with a user name in the address, TLS is
 * required, by `smtps:` or by STARTTLS. Texts of a mail can name no file and no address to fetch.
 */
export function createMailTransport(smtpUrl: string): MailTransport {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return createTransport({
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && user !== '',
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
}

/**
 * What went wrong, for the outbox: a code of our own, and whether the mail itself is at fault. Messages of mail servers quote addresses: they are not
 * stored.
 */
export function sendingFailure(error: unknown): { code: string; failure: MailFailure } {
  const [code, responseCode] = [propertyOf(error, 'code'), propertyOf(error, 'responseCode')];
  const answered = typeof responseCode === 'number' ? responseCode : null;
  // RFC 5321 §4.2.1: 5yz is permanent, 4yz is temporary. Refused credentials (535) are a setting to correct, not a lost mail.
  const aboutTheMail = answered !== null && (code === 'EENVELOPE' || code === 'EMESSAGE');
  const failure = aboutTheMail ? (answered >= 500 ? 'forGood' : 'forNow') : 'outOfReach';
  return { code: `smtp.${answered ?? (typeof code === 'string' ? code.toLowerCase() : 'failed')}`, failure };
}

/** True for exactly one plain address: no list, no display name, no line break (nodemailer's own parser is never used). */
export function isOneAddress(value: string): boolean {
  return value.length <= 254 && /^[^\s@,;:<>()[\]\\"]{1,64}@[^\s@,;:<>()[\]\\"]+$/u.test(value);
}
