import { keysOf } from '#domain/known-values.ts';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { SearchAttributeName } from '#contracts/search-attributes.ts';
import { turn } from '#domain/dossier/index.ts';
import type { Deadline, Dossier, Instant } from '#domain/dossier/types.ts';
import { now } from './clock.ts';

const keyword = (name: SearchAttributeName) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

const keys = {
  DossierNumber: keyword('DossierNumber'),
  DossierStatus: keyword('DossierStatus'),
  DossierTurn: keyword('DossierTurn'),
  NextDeadline: defineSearchAttributeKey('NextDeadline', SearchAttributeType.DATETIME),
  MerchantId: keyword('MerchantId'),
  MediatorId: keyword('MediatorId'),
};

/** What operators see of a dossier. */
type Shown = Record<Exclude<SearchAttributeName, 'NextDeadline'>, string | null> & { NextDeadline: Instant | null };

/** `number`: null until it is known. `coming`: the deadlines that the state waits for, the next one first. */
export type Looked = { number: string | null; state: Dossier; coming: readonly Deadline[] };

export type OperatorView = {
  /** Whether the search attributes say something else than they should. */
  isBehind(looked: Looked): boolean;
  /** Brings both in step. */
  show(looked: Looked): void;
  /** Brings the summary in step, which asks nothing of the engine. */
  describe(looked: Looked): void;
};

/**
 * Keeps the Temporal UI in step: search attributes (one event of the history, when something changed) and a summary (none). Ids,
 * codes and instants only.
 */
export function createOperatorView(): OperatorView {
  let shown = carriedOver();
  const changedIn = (next: Shown) => keysOf(next).filter((name) => next[name] !== shown[name]);
  const describe = (looked: Looked): void => setCurrentDetails(summary(looked));
  return {
    isBehind: (looked) => changedIn(viewOf(looked)).length > 0,
    show(looked) {
      const next = viewOf(looked);
      const changed = changedIn(next);
      if (changed.length > 0) upsertSearchAttributes(changed.map((name) => pair(name, next[name])));
      shown = next;
      describe(looked);
    },
    describe,
  };
}

function pair(name: SearchAttributeName, value: string | null) {
  if (name === 'NextDeadline') return { key: keys.NextDeadline, value: value === null ? null : new Date(value) };
  return { key: keys[name], value };
}

/** After continue-as-new the attributes are already there: showing them again would cost an event. */
function carriedOver(): Shown {
  const { typedSearchAttributes: there } = workflowInfo();
  return {
    DossierNumber: there.get(keys.DossierNumber) ?? null,
    DossierStatus: there.get(keys.DossierStatus) ?? null,
    DossierTurn: there.get(keys.DossierTurn) ?? null,
    NextDeadline: there.get(keys.NextDeadline)?.toISOString() ?? null,
    MerchantId: there.get(keys.MerchantId) ?? null,
    MediatorId: there.get(keys.MediatorId) ?? null,
  };
}

function viewOf({ number, state, coming }: Looked): Shown {
  return {
    DossierNumber: number,
    DossierStatus: state.status,
    DossierTurn: state.awaiting?.who ?? 'none',
    NextDeadline: coming[0]?.at ?? null,
    MerchantId: state.merchantId,
    MediatorId: state.mediation?.mediatorId ?? null,
  };
}

/** Markdown shown by the Temporal UI beside the history. */
function summary({ number, state, coming }: Looked): string {
  const { who, what, since } = turn(state, now());
  const rows = [
    ['status', state.closing ? `${state.status} (${state.closing.outcome})` : state.status],
    ['turn', `${who}: ${what}${since ? ` since ${since}` : ''}`],
    ['events', String(state.seq)],
    ['merchant', state.merchantId],
    ['mediator', state.mediation?.mediatorId ?? '-'],
    ...coming.map(({ kind, at }) => [kind, at]),
  ];
  const list = rows.map(([name, value]) => `- **${name}**: ${value}`).join('\n');
  return number === null ? list : `**${number}**\n\n${list}`;
}
