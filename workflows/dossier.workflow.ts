import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import * as messages from '#contracts/messages/dossier.ts';
import { commandTypes, deadlines, turn } from '#domain/dossier/index.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { now } from './dossier/clock.ts';
import { createDeadlineRunner } from './dossier/deadline-runner.ts';
import { createDeadlineTimer } from './dossier/deadline-timer.ts';
import { createDossierEntity, type DossierEntity } from './dossier/dossier-entity.ts';
import { refusal } from './dossier/failures.ts';
import { createOperatorView, type Looked } from './dossier/operator-view.ts';
import { createReactionRunner } from './dossier/reaction-runner.ts';

/** An update as opposed to a signal: a person must learn at once whether the act was accepted, and why not. */
const updateNamed = (name: string) => defineUpdate<messages.CommandResult, [messages.CommandEnvelope]>(name);
/** A signal as opposed to an update: for integrations that do not wait; a refusal is journalled and changes nothing. */
const signalNamed = (name: string) => defineSignal<[messages.CommandEnvelope]>(name);
/** One of each for every command, under the name of what people do. */
const named = commandTypes.map((type) => {
  const name = messages.messageNameOf(type);
  return { type, update: updateNamed(name), signal: signalNamed(name) };
});
const commandUpdate = updateNamed(messages.commandUpdate);
const commandSignal = signalNamed(messages.commandSignal);
/** A signal as opposed to an update: that the journal moved is a fact, and cannot be refused. */
const resyncSignal = defineSignal<[messages.ResyncNote]>(messages.resyncSignal);
/** Queries: views for operators and recovery; pages read the journal. */
const stateQuery = defineQuery<messages.StateView>(messages.stateQuery);
const deadlinesQuery = defineQuery<messages.DeadlinesView>(messages.deadlinesQuery);
const turnQuery = defineQuery<messages.TurnView>(messages.turnQuery);

/** History events after which a new run begins, and after which it no longer waits for slow reactions. */
const renewAfterEvents = 2_000;
const renewAnywayAfterEvents = 8_000;

/**
 * One dossier, from its draft to its erasure. The rules decide (domain/dossier) and the journal remembers (activities/journal); the
 * workflow ends when the dossier is purged and no reaction is pending.
 */
export async function dossier(input: messages.DossierInput): Promise<void> {
  const reactions = createReactionRunner(input.dossierId);
  const entity = createDossierEntity(input, reactions);
  const deadlineRunner = createDeadlineRunner(entity);
  const timer = createDeadlineTimer();
  const operatorView = createOperatorView();
  setHandlers(entity);
  // The previous run, or one that a power cut ended, may have left reactions behind.
  if (input.state) reactions.enqueue(input.state.seq);

  let seenVersion = -1;
  while (!hasEnded()) {
    if (deadlineRunner.isDue()) await deadlineRunner.passNext();
    const looked = lookedAt();
    if (looked) operatorView.show(looked);
    seenVersion = entity.version();
    const deadline = deadlineRunner.next();
    if (deadline) timer.setAtLatest(deadline.at);
    await condition(() => timer.fired() || hasWork() || deadlineRunner.isDue() || canRenew() || hasEnded());
    if (canRenew()) await continueAsNew<typeof dossier>({ ...input, ...entity.input() });
  }

  function lookedAt(): Looked | null {
    const state = entity.state();
    return state && { number: entity.number(), state, coming: deadlineRunner.coming() };
  }

  /** Whether a change asks something of the engine. Most acts do not: waking this loop for them would cost each a tenth of its time. */
  function hasWork(): boolean {
    if (entity.version() === seenVersion) return false;
    const looked = lookedAt();
    const deadline = deadlineRunner.next();
    if (looked && (operatorView.isBehind(looked) || (deadline && timer.isLater(deadline.at)))) return true;
    if (looked) operatorView.describe(looked);
    seenVersion = entity.version();
    return false;
  }

  /** At a quiet point only, and with no await between this and continueAsNew: a message that came in between would be lost. */
  function canRenew(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const isLong = continueAsNewSuggested || historyLength >= (input.earlyContinueAsNew ?? renewAfterEvents);
    const isQuiet = allHandlersFinished() && (reactions.isIdle() || historyLength >= renewAnywayAfterEvents);
    return isLong && isQuiet && entity.state() !== null;
  }

  function hasEnded(): boolean {
    return entity.state()?.status === 'purged' && reactions.isIdle() && allHandlersFinished();
  }
}

function setHandlers(entity: DossierEntity): void {
  const view = <T>(of: (state: Dossier) => T): T | null => {
    const state = entity.state();
    return state && of(state);
  };
  for (const { type, update, signal } of named) {
    // A history that says another act than the one that was done would mislead who reads it.
    const isItsOwn = (envelope: messages.CommandEnvelope): boolean => envelope.command.type === type;
    const demandItsOwn = (envelope: messages.CommandEnvelope): void => {
      if (!isItsOwn(envelope)) throw refusal(messages.commandUnproved);
    };
    setHandler(update, entity.execute, { validator: (envelope) => (demandItsOwn(envelope), entity.check(envelope)) });
    setHandler(signal, taken(entity, isItsOwn));
  }
  setHandler(commandUpdate, entity.execute, { validator: entity.check });
  setHandler(
    commandSignal,
    taken(entity, () => true),
  );
  setHandler(resyncSignal, ({ seq }) => entity.resync(seq));
  setHandler(stateQuery, entity.journalState);
  setHandler(deadlinesQuery, () => view(deadlines) ?? []);
  setHandler(turnQuery, () => view((state) => turn(state, now())));
}

/** What a signal gives, where it can be a command at all: whoever reaches the engine can send anything, and nobody is there to be refused. */
function taken(entity: DossierEntity, isRight: (envelope: messages.CommandEnvelope) => boolean) {
  return async (given: messages.CommandEnvelope): Promise<void> => {
    if (messages.isEnvelope(given) && isRight(given)) await entity.handleSignal(given);
    else log.warn('a signal that is no command of its name was left aside');
  };
}
