import type { QueueFilter, QueueName, QueueOrder, QueueRows, Stall } from '#db/office/queue-rows.ts';
import { mostCounted, queueLengths, queueRows } from '#db/office/queues.ts';
import { countLocked } from '#db/referrals/issued-codes.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';
import { policyInForce } from '../policy-in-force.ts';

export type { QueueFilter, QueueName, QueueOrder, QueueRows, Stall };

type Deps = Pick<ServiceDeps, 'db' | 'env' | 'limits' | 'now'> & { cursors: Cursors };

/** The desk as it opens: how long each list is (at most `most`), and the codes that are locked by attempts (F-051). */
export async function desk(
  deps: Pick<Deps, 'db' | 'env' | 'now'>,
): Promise<{ counts: Record<QueueName, number>; locked: number; most: number; unansweredDays: number }> {
  const { unansweredDays, ...asked } = await times(deps);
  const [counts, locked] = await Promise.all([
    queueLengths(deps.db, asked),
    countLocked(deps.db, { now: deps.now().toISOString(), most: mostCounted }),
  ]);
  return { counts, locked, most: mostCounted, unansweredDays };
}

type Asked<Name extends QueueName> = ListAsked<QueueFilter, QueueOrder> & { name: Name };

/** A list of the desk, fifty a page; `after` and `next` as addresses carry them. */
export async function queue<Name extends QueueName>(
  deps: Deps,
  { officerId, name, filter, order, after }: Asked<Name> & { officerId: string },
): Promise<{ rows: QueueRows[Name][]; next: string | null; now: string; unansweredDays: number }> {
  const { unansweredDays, ...at } = await times(deps);
  const list = ['desk', officerId, name, Object.entries(filter).sort(), order];
  const page = await pageOf(deps, { list, after }, (part) =>
    queueRows(deps.db, name, { filter, order, ...at, ...part }),
  );
  return { ...page, now: at.now, unansweredDays };
}

/** What of a list holds the words of a search, whatever it is narrowed to, oldest first. @throws AppError `rate.acts`. */
export async function searchQueue<Name extends QueueName>(
  deps: Deps,
  officer: CurrentUser,
  { name, ...asked }: SearchAsked & { name: Name },
): Promise<{ rows: QueueRows[Name][]; next: string | null; now: string }> {
  const { unansweredDays: _, ...at } = await times(deps);
  const page = await foundPage(deps, officer, {
    ...asked,
    list: ['desk', name],
    read: (part) => queueRows(deps.db, name, { filter: {}, words: asked.words, ...at, ...part }),
  });
  return { ...page, now: at.now };
}

/** How a list is worded as a file. */
type QueueWords<Name extends QueueName> = (given: {
  rows: QueueRows[Name][];
  now: string;
}) => ReturnType<FileWords<QueueRows[Name]>>;

/** The same list whole, as a file. @throws AppError `rate.acts` for more files than anyone needs. */
export async function sendQueue<Name extends QueueName>(
  deps: Deps,
  officer: CurrentUser,
  { name, filter, order, words }: Omit<Asked<Name>, 'after'> & { words: QueueWords<Name> },
): Promise<Response> {
  const { unansweredDays: _, ...at } = await times(deps);
  return fileOf(deps, officer, {
    read: (part) => queueRows(deps.db, name, { filter, order, ...at, ...part }),
    words: (rows) => words({ rows, now: at.now }),
  });
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
