import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import * as messages from '#contracts/messages/dossier.ts';
import { deadlines, turn } from '#domain/dossier/index.ts';
import { createAlarm } from './dossier/alarm.ts';
import { instant, openDesk } from './dossier/desk.ts';
import { createOperatorsView } from './dossier/operators.ts';
import { createReactions } from './dossier/reactions.ts';
import { createSilence } from './dossier/silence.ts';

/** An update as opposed to a signal: a person must learn at once whether the act was accepted, and why not. */
const commandUpdate = defineUpdate<messages.CommandResult, [messages.CommandEnvelope]>(messages.commandUpdate);
/** A signal as opposed to an update: for integrations that do not wait; a refusal is journalled and changes nothing. */
const commandSignal = defineSignal<[messages.CommandEnvelope]>(messages.commandSignal);
/** A signal as opposed to an update: that the journal moved is a fact, and cannot be refused. */
const resyncSignal = defineSignal<[messages.ResyncNote]>(messages.resyncSignal);
/** Queries: views for operators and recovery; pages read the journal. */
const stateQuery = defineQuery<messages.StateView>(messages.stateQuery);
const deadlinesQuery = defineQuery<messages.DeadlinesView>(messages.deadlinesQuery);
const turnQuery = defineQuery<messages.TurnView>(messages.turnQuery);

/** Events of a run after which a new one is begun, and after which it no longer waits for slow reactions. */
const renewAfter = 2_000;
const renewAnyway = 8_000;

/**
 * One dossier, from its draft to its erasure. It decides (domain/dossier) and the journal remembers (activities/journal); it ends when
 * the dossier is purged and nothing is owed any more.
 */
export async function dossier(input: messages.DossierInput): Promise<void> {
  const reactions = createReactions(input.dossierId);
  const desk = openDesk(input, reactions);
  setHandler(commandUpdate, desk.command, { validator: desk.check });
  setHandler(commandSignal, desk.note);
  setHandler(resyncSignal, ({ seq }) => desk.resync(seq));
  setHandler(stateQuery, desk.state);
  setHandler(deadlinesQuery, () => ofState(deadlines) ?? []);
  setHandler(turnQuery, () => ofState((state) => turn(state, instant())));

  const silence = createSilence(desk);
  const alarm = createAlarm();
  const operators = createOperatorsView();
  // The run before, or the one that a power cut ended, may have left reactions behind.
  if (input.state) reactions.owe(input.state.seq);

  for (let shown = -1; !ended();) {
    if (silence.due()) await silence.pass();
    const state = desk.state();
    if (state && desk.moves() !== shown) operators.show(state);
    shown = desk.moves();
    const next = silence.next();
    if (next) alarm.set(next.at);
    await condition(() => alarm.rang() || desk.moves() !== shown || silence.due() || renewable() || ended());
    if (renewable()) await continueAsNew<typeof dossier>({ ...input, state: desk.state() });
  }

  function ofState<T>(view: (state: NonNullable<messages.StateView>) => T): T | null {
    const state = desk.state();
    return state && view(state);
  }

  /** A quiet point (pitfalls: no await between this and continueAsNew). */
  function renewable(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const long = continueAsNewSuggested || historyLength >= (input.earlyContinueAsNew ?? renewAfter);
    return long && desk.state() !== null && allHandlersFinished() && (reactions.idle() || historyLength >= renewAnyway);
  }

  function ended(): boolean {
    return desk.state()?.status === 'purged' && reactions.idle() && allHandlersFinished();
  }
}
