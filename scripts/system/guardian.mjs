import { endInOrder } from './process-id.mjs';

/**
 * A small process beside each one of ours that starts programs: it outlives it. It is told over its channel which programs are under way;
 * when the channel closes while some are (its parent was killed, ran out of memory, crashed), it ends them in order, and then itself.
 */
let programs = [];
process.on('message', (list) => (programs = list));
process.once('disconnect', () => void endInOrder(programs).then(() => process.exit(0)));
// Who signals everything at once (a supervisor, a terminal) means the others: this one goes when there is nothing left to guard.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
