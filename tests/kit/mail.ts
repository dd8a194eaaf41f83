import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type Attachment } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { freePorts } from '#scripts/system/ports.ts';
import { eventually } from '#scripts/system/eventually.ts';

export type ReceivedMail = {
  messageId: string;
  to: string;
  from: { address: string; name: string };
  subject: string;
  /** Text part and HTML part, as a reader would have them. */
  text: string;
  html: string;
  headers: Map<string, unknown>;
  attachments: Attachment[];
  receivedAt: number;
};

/**
 * How the server misbehaves.
 * - `refuse`: the recipient does not exist (550, permanent);
 * - `defer`: come back later (451, transient);
 * - `drop`: the connection breaks before the message is taken;
 * - `accept-and-drop`: the message is taken and the connection breaks before the sender hears of it;
 * - `slow`: answers after `ms`.
 */
type FailureMode =
  | { kind: 'refuse' | 'defer' | 'drop' | 'accept-and-drop'; to?: string; times?: number }
  | { kind: 'slow'; ms: number; to?: string; times?: number };

export type TestMail = {
  /** For SMTP_URL. */
  url: string;
  /** Everything received so far, oldest first; for one address when given. */
  messages(to?: string): ReceivedMail[];
  /** First message to the address that satisfies the condition, waiting for it when needed. */
  waitForMail(to: string, predicate?: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
  /** Misbehaves from now on, for one address or `times` messages when given; null ends it. */
  fail(mode: FailureMode | null): void;
  clear(): void;
  /** Stops listening: senders are refused a connection. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  stop(): Promise<void>;
};

const smtpError = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

async function parse(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail[]> {
  const mail = await simpleParser(stream);
  const from = mail.from?.value[0];
  return session.envelope.rcptTo.map(({ address }) => ({
    messageId: mail.messageId ?? '',
    to: address.toLowerCase(),
    from: { address: from?.address ?? '', name: from?.name ?? '' },
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: mail.headers,
    attachments: mail.attachments,
    receivedAt: Date.now(),
  }));
}

/** A real SMTP server in this process, with an inbox to look into and ways to misbehave. */
export async function startTestMail(): Promise<TestMail> {
  const [port] = await freePorts(1);
  const received: ReceivedMail[] = [];
  let mode: FailureMode | null = null;

  /** The failure that applies to these recipients, if any; counts it. */
  const failureFor = (kinds: FailureMode['kind'][], recipients: string[]): FailureMode | null => {
    if (!mode || !kinds.includes(mode.kind)) return null;
    const target = mode.to?.toLowerCase();
    if (target && !recipients.some((address) => address.toLowerCase() === target)) return null;
    const applied = mode;
    if (mode.times !== undefined && (mode = { ...mode, times: mode.times - 1 }).times === 0) mode = null;
    return applied;
  };

  const open = async (): Promise<SMTPServer> => {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      closeTimeout: 500,
      onRcptTo({ address }, _session, callback) {
        const failure = failureFor(['refuse', 'defer'], [address]);
        if (failure?.kind === 'refuse') return callback(smtpError(550, 'No such user'));
        if (failure?.kind === 'defer') return callback(smtpError(451, 'Try again later'));
        callback();
      },
      onData(stream, session, callback) {
        const cut = (): void => {
          const connections = (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
            .connections;
          for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
        };
        const take = async (): Promise<void> => {
          const mails = await parse(stream, session);
          const failure = failureFor(
            ['drop', 'accept-and-drop', 'slow'],
            mails.map(({ to }) => to),
          );
          if (failure?.kind === 'drop') return cut();
          if (failure?.kind === 'slow') await sleep(failure.ms);
          received.push(...mails);
          if (failure?.kind === 'accept-and-drop') return cut();
          callback();
        };
        take().catch(callback);
      },
    });
    server.on('error', () => undefined); // a connection that a test cut
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
    return server;
  };
  const close = (server: SMTPServer): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

  let server: SMTPServer | null = await open();
  const down = async (): Promise<void> => {
    if (server) await close(server);
    server = null;
  };
  const messages = (to?: string): ReceivedMail[] =>
    to === undefined ? [...received] : received.filter((mail) => mail.to === to.toLowerCase());

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    async waitForMail(to, predicate = () => true, timeoutMs = 20_000) {
      const failure = () => {
        const subjects = messages(to).map(({ subject }) => subject);
        return new Error(`No such mail to ${to} within ${timeoutMs} ms; received: ${JSON.stringify(subjects)}`);
      };
      return eventually(() => messages(to).find(predicate), { within: timeoutMs, failure });
    },
    fail: (next) => void (mode = next),
    clear: () => void (received.length = 0),
    down,
    async up() {
      server ??= await open();
    },
    stop: down,
  };
}
