import {
  mostCounted,
  queueLengths,
  queueRows,
  type QueueFilter,
  type QueueName,
  type QueueRows,
} from '#db/office/queues.ts';
import { countReferrals } from '#db/referrals/issued-codes.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { csvAnswer } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { policyInForce } from '../policy-in-force.ts';

export type { QueueFilter, QueueName, QueueRows };

type Deps = Pick<ServiceDeps, 'db' | 'env' | 'limits' | 'now'> & { cursors: Cursors };

const pageSize = 50;
/** A file of a list holds its oldest rows, so many at most. */
const mostExported = 5_000;

/** The desk as it opens: how long each list is (at most `most`), and the codes that are locked by attempts (F-051). */
export async function desk(
  deps: Pick<Deps, 'db' | 'env' | 'now'>,
): Promise<{ counts: Record<QueueName, number>; locked: number; most: number; unansweredDays: number }> {
  const { unansweredDays, ...asked } = await times(deps);
  const [counts, codes] = await Promise.all([
    queueLengths(deps.db, asked),
    countReferrals(deps.db, deps.now().toISOString()),
  ]);
  return { counts, locked: codes.locked, most: mostCounted, unansweredDays };
}

type Asked<Name extends QueueName> = { officerId: string; name: Name; filter: QueueFilter };

/** A list of the desk, oldest first, fifty a page; `after` and `next` as addresses carry them. */
export async function queue<Name extends QueueName>(
  deps: Deps,
  { officerId, name, filter, after }: Asked<Name> & { after: string | null },
): Promise<{ rows: QueueRows[Name][]; next: string | null; now: string; unansweredDays: number }> {
  const { db, cursors } = deps;
  const list = `desk ${officerId} ${name} ${JSON.stringify(Object.entries(filter).sort())}`;
  const { unansweredDays, ...at } = await times(deps);
  const asked = { filter, ...at, after: cursors.read(list, after), limit: pageSize + 1 };
  const rows = await queueRows(db, name, asked);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown,
    next: last ? cursors.write(list, { at: last.cursor, id: last.id }) : null,
    now: asked.now,
    unansweredDays,
  };
}

/** How a list is worded as a file. */
type FileWords<Name extends QueueName> = (given: { rows: QueueRows[Name][]; now: string }) => {
  fileName: string;
  text: string;
};

/** The same list whole, as a file. @throws AppError `rate.limited` for more files than anyone needs. */
export async function sendQueue<Name extends QueueName>(
  deps: Deps,
  officer: CurrentUser,
  { name, filter, words }: Omit<Asked<Name>, 'officerId'> & { words: FileWords<Name> },
): Promise<Response> {
  await deps.limits.count('acts', `${officer.id} files`);
  const { unansweredDays: _, ...at } = await times(deps);
  const asked = { filter, ...at, after: null, limit: mostExported };
  return csvAnswer(words({ rows: await queueRows(deps.db, name, asked), now: asked.now }));
}

/** The moment of the asking. A merchant is silent after the days of the policy in force. */
async function times(deps: Pick<Deps, 'db' | 'env' | 'now'>) {
  const at = deps.now();
  const unansweredDays = wholeDays((await policyInForce(deps)).takeChargeAlert);
  const unanswered = unansweredDays * 86_400_000;
  return {
    unansweredDays,
    now: at.toISOString(),
    today: todayInQuebec(at.toISOString()),
    unansweredSince: new Date(at.getTime() - unanswered).toISOString(),
  };
}
