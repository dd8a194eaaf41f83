import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readOperatorEnv } from '#config/env.ts';
import { AppError } from '#contracts/errors.ts';
import { emailAddress } from '#contracts/schemas/line.ts';
import { nameFields, withName } from '#contracts/schemas/person-name.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { Problem, explain } from '#scripts/system/problem.ts';
import { linkDays } from '#web/server/services/accounts/one-time-codes.ts';
import { inviteOfficer, type OfficerInvitation } from '#web/server/services/directory/officers.ts';
import type { NewPerson } from '#web/server/services/directory/types.ts';

/**
 * Makes an officer's account on given servers, for the person who runs the platform, and sends its activation link: by mail where there is a mail
 * server (`SMTP_URL`, or `--mail` where only workers know it), on the terminal otherwise. Run again, it opens no second account.
 */
const usage =
  'node scripts/create-officer.ts --email anne.roy@office.example --name "Anne Roy" [--language fr|en] [--mail]';

/** @throws Problem that says what to write instead. */
function readPerson(args: string[]): NewPerson {
  const { email, name, language } = readArguments(args);
  const address = emailAddress.safeParse(email);
  if (!address.success) throw new Problem(`--email ${email}: write a whole address, such as anne.roy@office.example.`);
  const [firstName = '', ...others] = name.trim().split(/\s+/);
  const names = others.length > 0 ? { firstName, lastName: others.join(' ') } : { firstName: '', lastName: firstName };
  const person = withName(z.object(nameFields)).safeParse(names);
  if (!person.success) {
    throw new Problem(`--name ${name}: write a first name and a name, or the only one, 80 characters each at most.`);
  }
  if (language !== 'fr' && language !== 'en') throw new Problem(`--language ${language}: write fr or en.`);
  return { email: address.data, ...person.data, language };
}

function readArguments(args: string[]): { email: string; name: string; language: string; mail: boolean } {
  const text = { type: 'string' } as const;
  try {
    const options = { email: text, name: text, language: text, mail: { type: 'boolean' } } as const;
    const { email, name, language = 'fr', mail = false } = parseArgs({ args, options }).values;
    if (email && name) return { email, name, language, mail };
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('\n')[0]}\nWrite: ${usage}`, { cause: error });
  }
  throw new Problem(`--email and --name are both needed.\nWrite: ${usage}`);
}

function readSettings() {
  try {
    return readOperatorEnv();
  } catch (error) {
    throw new Problem((error as Error).message, { cause: error });
  }
}

function sentence({ outcome, link }: OfficerInvitation, { email }: NewPerson, origin: string): string {
  if (outcome === 'active') return `${email} is an officer already and has a password: nothing was changed.`;
  const account =
    outcome === 'opened'
      ? `An officer’s account is open for ${email}.`
      : `${email} has an officer’s account and has not activated it; former links no longer work.`;
  return link
    ? `${account} Activation link, for ${linkDays} days, to give to this person only:\n${origin}${link.path}`
    : `${account} The activation link is on its way by mail and works for ${linkDays} days.`;
}

const refusals: Record<string, string> = {
  'account.of_consumer': 'is the address of a consumer’s account: give another one.',
  'account.of_merchant': 'is the address of a merchant’s account: give another one.',
  'account.of_mediator': 'is the address of a mediator’s account: give another one.',
  'account.closed': 'is the address of an officer’s account that was closed: give another one.',
};

/** What the database or the rules refused, as a problem to correct; anything else unchanged. */
function mended(error: unknown, { email }: NewPerson): unknown {
  const { code } = error as { code?: string };
  const refusal = error instanceof AppError && refusals[error.code];
  if (refusal) return new Problem(`${email} ${refusal}`);
  if (code === '42P01') return new Problem('The database has no schema yet: run `node scripts/set-up.ts` first.');
  if (code && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28P01|3D000)$/.test(code)) {
    return new Problem(`The database of DATABASE_URL does not answer or does not let us in (${code}).`);
  }
  return error;
}

async function main(args: string[]): Promise<void> {
  const person = readPerson(args);
  const env = readSettings();
  const mail = readArguments(args).mail || env.SMTP_URL !== undefined;
  if (mail && !env.secrets)
    throw new Problem('CODE_PEPPER is needed to send the link by mail: it is sealed with it until it leaves.');
  const orm = await openOrm(env.DATABASE_URL, { poolMax: 1 });
  try {
    const deps = { orm, db: await databaseOf(orm), now: () => new Date() };
    const invitation = await inviteOfficer(deps, person, mail && env.secrets ? env.secrets : 'print');
    process.stdout.write(`${sentence(invitation, person, env.PUBLIC_ORIGIN)}\n`);
  } catch (error) {
    throw mended(error, person);
  } finally {
    await orm.close(true);
  }
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
