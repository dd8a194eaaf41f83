import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { mostAtOnce } from '#contracts/schemas/queue.ts';
import { idOf } from '#db/key-id.ts';
import { colleaguesIn, type Colleague } from '#db/queue/colleagues.ts';
import { queueRowsOf } from '#db/queue/rows.ts';
import type { CommandBody } from '#domain/dossier/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { codeOf, execute } from '../dossier/open-dossier/execute.ts';
import { loadDossier } from '../dossier/open-dossier/load-dossier.ts';
import { queued, type QueuedDossier } from './list.ts';
import { readerOf } from './types.ts';

type Deps = Pick<ServiceDeps, 'db' | 'now' | 'engine'>;

/** `mayGive`: the reader has charge of it, or is the respondent of its company. */
type ChosenDossier = QueuedDossier & { mayGive: boolean };

export type ChargeForm = {
  /** Of the reader's companies, by number, {@link mostAtOnce} at most. */
  dossiers: ChosenDossier[];
  /** Whom they may be given to: members of these dossiers' companies, but the reader. */
  colleagues: Colleague[];
  /** More were chosen than one form takes. */
  more: boolean;
};

/** Dossiers that were chosen in the queue, with who has charge of each, to be read before the act. */
export async function chargeForm(
  { db }: Pick<Deps, 'db'>,
  user: CurrentUser,
  ids: readonly string[],
): Promise<ChargeForm> {
  const reader = readerOf(user);
  const asked = [...new Set(ids.filter(isUuid))];
  const [rows, colleagues] = await Promise.all([
    queueRowsOf(db, reader, asked.slice(0, mostAtOnce)),
    colleaguesIn(db, reader.merchantIds),
  ]);
  const companies = new Set(rows.map(({ merchantId }) => merchantId));
  return {
    dossiers: rows.map((row) => {
      const dossier = queued(row, user);
      return { ...dossier, mayGive: dossier.mine || isRespondent(user, row.merchantId) };
    }),
    colleagues: colleagues.filter(({ id, merchantId }) => id !== user.id && companies.has(merchantId)),
    more: asked.length > mostAtOnce,
  };
}

const isRespondent = ({ memberships }: CurrentUser, merchant: string): boolean =>
  memberships.some(({ merchantId, role }) => merchantId === merchant && role === 'respondent');

/** A dossier with whom the page showed in charge of it. */
type Seen = { dossierId: string; replaces: string | null };

/** What came of one dossier: `name` has charge now (empty for the reader), or why not. */
export type ChargeResult = { dossierId: string; number: string; name: string; refused: ErrorCode | null };

/**
 * Takes charge of dossiers, one after the other (F-084, F-087, A-21). Each is an act of its own under a key of the form's: the form sent twice is one act
 * for each dossier, and what one refuses does not hold up the others.
 *
 * @throws what is no refusal of a dossier: the engine or the database away. Sent again, the form goes on where it stopped.
 */
export function takeAll(
  deps: Deps,
  user: CurrentUser,
  { seen, key }: { seen: readonly Seen[]; key: string },
): Promise<ChargeResult[]> {
  return each(deps, user, {
    ...{ seen, key: `take ${key}`, name: '', meant: user.id },
    command: ({ replaces }) => ({ type: 'takeCharge', replaces }),
  });
}

/** Gives dossiers to a colleague, as {@link takeAll} (F-081, F-087). @throws AppError `member.unknown` for somebody who is in none of the reader's companies. */
export async function giveAll(
  deps: Deps,
  user: CurrentUser,
  { seen, to, key }: { seen: readonly Seen[]; to: string; key: string },
): Promise<ChargeResult[]> {
  const places = (await colleaguesIn(deps.db, readerOf(user).merchantIds)).filter(({ id }) => id === to);
  if (places.length === 0) throw new AppError('member.unknown');
  return each(deps, user, {
    ...{ seen, key: `give ${key}`, name: places[0]?.name ?? '', meant: to },
    // The rules know no company's members: who is given charge is looked for here.
    admits: (merchantId) => places.some((place) => place.merchantId === merchantId),
    command: ({ replaces }) => ({ type: 'giveCharge', to, replaces }),
  });
}

type Acts = {
  seen: readonly Seen[];
  key: string;
  name: string;
  /** Who is to have charge. */
  meant: string;
  admits?: (merchantId: string) => boolean;
  command: (seen: Seen) => CommandBody;
};

async function each(
  deps: Deps,
  user: CurrentUser,
  { seen, key, name, meant, admits, command }: Acts,
): Promise<ChargeResult[]> {
  const results: ChargeResult[] = [];
  for (const one of seen.slice(0, mostAtOnce)) {
    const { dossierId } = one;
    let number = '';
    let refused: ErrorCode | null = null;
    try {
      const opened = await loadDossier(deps, user, dossierId);
      number = opened.summaryRow.number;
      if (opened.side !== 'merchant') throw new AppError('access.not_found');
      if (admits && !admits(opened.state.merchantId)) throw new AppError('member.unknown');
      await execute(deps, opened, { key: idOf('charge', key, dossierId), command: command(one) });
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal || refusal.code === 'engine.unavailable') throw error;
      // Whoever has it already is whom it was meant for.
      if (codeOf(error) !== 'dossier.already_in_charge') refused = refusal.code;
    }
    results.push({ dossierId, number, name, refused });
  }
  return asItStands(deps, user, { results, meant });
}

/** What came of each as it stands now: of a form that is sent again, somebody else may have taken charge since. */
async function asItStands(
  { db }: Deps,
  user: CurrentUser,
  { results, meant }: { results: ChargeResult[]; meant: string },
): Promise<ChargeResult[]> {
  const done = results.flatMap(({ dossierId, refused }) => (refused === null ? [dossierId] : []));
  const rows = await queueRowsOf(db, readerOf(user), done);
  const others = new Set(rows.flatMap(({ id, handlerId }) => (handlerId !== null && handlerId !== meant ? [id] : [])));
  return results.map((each): ChargeResult =>
    others.has(each.dossierId) ? { ...each, refused: 'dossier.charge_changed' } : each,
  );
}
