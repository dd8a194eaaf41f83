import { verifyJournal, type Broken } from '#activities/journal/verify-journal.ts';
import { readVerifierEnv } from '#config/env.ts';
import { databaseOf, openOrm } from '#db/orm.ts';
import { Problem, explain } from '#scripts/system/problem.ts';

/**
 * Verifies the record of every dossier: no event changed, missing or out of place, no text that is not the one that was published, no head that was not
 * signed, no act of an officer that is not the one that was recorded (SECURITY.md). Reads only. Ends with 1 when anything does not hold.
 */
const meaning: Record<Broken['why'], string> = {
  missing: 'an event is missing',
  altered: 'an event was changed',
  unlinked: 'an event does not follow the one before',
  content: 'what was published with this event was changed or is missing',
  head: 'the last events are missing, or the dossier’s row was changed',
  signature: 'the chain is not the one that was signed, or an unknown key signed it',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readSettings() {
  try {
    return readVerifierEnv();
  } catch (error) {
    throw new Problem((error as Error).message, { cause: error });
  }
}

try {
  const { DATABASE_URL, JOURNAL_KEY, JOURNAL_FORMER_KEYS } = readSettings();
  const keys = [...(JOURNAL_KEY ? [JOURNAL_KEY] : []), ...JOURNAL_FORMER_KEYS];
  const orm = await openOrm(DATABASE_URL, { poolMax: 2 });
  const { dossiers, events, unsigned, broken, audit } = await verifyJournal(await databaseOf(orm), {
    keys,
    report: ({ dossierId, seq, why }) => say(`Dossier ${dossierId}, event ${seq}: ${meaning[why]}.`),
  });
  await orm.close(true);
  say(`${dossiers} dossiers, ${events} events; ${broken.length} do not hold.`);
  if (keys.length === 0) say('Signatures were not looked at: JOURNAL_KEY is not set.');
  else if (unsigned > 0)
    say(
      `${unsigned} dossiers have last events that no worker has signed: it was killed before it had, or they are a second old.`,
    );
  if (audit?.broken) say(`Audit log: the rows up to ${audit.broken} are not those that were signed.`);
  else if (audit) say(`Audit log: ${audit.rows} rows, ${audit.unsigned} of them not signed yet.`);
  process.exit(broken.length > 0 || audit?.broken ? 1 : 0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
