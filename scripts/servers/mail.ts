import { mkdir } from 'node:fs/promises';
import { MailDev } from 'maildev';

/** An SMTP server with a page that shows what it received. */
export type MailInbox = {
  /** `smtp://…`, for SMTP_URL. */
  smtpUrl: string;
  /** Page of the inbox. */
  inboxUrl: string;
  stop(): Promise<void>;
};

export type MailOptions = {
  smtpPort: number;
  webPort: number;
  /** Folder in which messages outlive a restart. */
  dataDir: string;
};

/** Starts the inbox in this process, on the loopback address. Nothing that it receives leaves the machine. */
export async function startMailInbox({ smtpPort, webPort, dataDir }: MailOptions): Promise<MailInbox> {
  await mkdir(dataDir, { recursive: true });
  const host = '127.0.0.1';
  const maildev = new MailDev({
    smtp: smtpPort,
    ip: host,
    web: webPort,
    webIp: host,
    mailDirectory: dataDir,
    maxEmails: 500,
    silent: true,
  });
  const { info } = console;
  console.info = () => undefined; // it announces itself whatever it is told
  try {
    await maildev.start();
  } finally {
    console.info = info;
  }
  return {
    smtpUrl: `smtp://${host}:${smtpPort}`,
    inboxUrl: `http://localhost:${webPort}`,
    stop: () => maildev.stop(),
  };
}
