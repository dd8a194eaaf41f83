import { Secret } from 'otpauth';
import { codeAt } from '#web/server/services/accounts/factors/totp.ts';
import type { Client, WebProcess } from '#tests/kit/web-process.ts';
import { strong } from './journey.ts';

/** An authenticator application, and the recovery codes that came with it. */
export type Application = {
  /** The code that it shows `steps` half minutes from now. */
  code(steps?: number): string;
  recoveryCodes: string[];
};

const addresses = { setUp: '/profil/securite/application', step: '/connexion/deuxieme-etape' };

/** The key that a page shows to be typed. */
export async function keyOn(client: Client): Promise<Uint8Array> {
  const html = await (await client.get(addresses.setUp)).text();
  return Secret.fromBase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '') ?? '').bytes;
}

/** A code of a key, `steps` half minutes from now. */
export const codeOf = (key: Uint8Array, steps = 0): string => codeAt(key, new Date(Date.now() + steps * 30_000));

/** Sets up an application for the person of this browser. */
export async function withApplication(client: Client): Promise<Application> {
  const key = await keyOn(client);
  const answer = await client.post(addresses.setUp, { code: codeOf(key), current: strong });
  return { code: (steps = 0) => codeOf(key, steps), recoveryCodes: recoveryCodesIn(await answer.text()) };
}

export function recoveryCodesIn(html: string): string[] {
  return [...html.matchAll(/<code>([A-Z2-9]{5}-[A-Z2-9]{5})<\/code>/g)].map(([, code]) => code ?? '');
}

/** Gives the password in a browser; the answer leads to the second step or into the account. */
export const givePassword = (client: Client, email: string, password = strong): Promise<Response> =>
  client.post('/connexion', { email, password });

/** Answers the second step with a code of the application. */
export const giveCode = (client: Client, code: string): Promise<Response> =>
  client.post(addresses.step, { form_name: 'code', code });

/** Answers it with a recovery code. */
export const giveRecovery = (client: Client, recovery: string): Promise<Response> =>
  client.post(addresses.step, { form_name: 'recovery', recovery });

/** As if the last code had been long ago: several are needed within one half minute. */
export const forgetStep = (web: WebProcess): Promise<object[]> => web.rows('update authenticator set last_step = 0');

/** Whether this browser is signed in. */
export const isIn = async (client: Client): Promise<boolean> =>
  (await client.get('/profil/securite/deuxieme-etape')).status === 200;
