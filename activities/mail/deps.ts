import type { Database } from '#db/database.ts';
import type { MailSettings } from '#content/mail/render.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { MailTransport } from './transport.ts';

export type MailDeps = {
  db: Database;
  transport: MailTransport;
  settings: MailSettings & {
    /** Address and name that mails come from. */
    from: { address: string; name: string };
    /** Open the codes and links that wait to be mailed; validation keys are derived again when an invitation is sent. */
    secrets: SecretRing;
  };
};

/** Settings of the mails, from the environment. */
export function mailSettings(env: {
  PUBLIC_ORIGIN: string;
  OFFICE_NAME: string;
  OFFICE_EMAIL: string;
  MAIL_FROM: string;
  MAIL_FROM_NAME: string;
  secrets: SecretRing;
}): MailDeps['settings'] {
  return {
    origin: env.PUBLIC_ORIGIN,
    productName: env.MAIL_FROM_NAME,
    officeName: env.OFFICE_NAME,
    officeEmail: env.OFFICE_EMAIL,
    from: { address: env.MAIL_FROM, name: env.MAIL_FROM_NAME },
    secrets: env.secrets,
  };
}
