/**
 * A small process beside each one of ours that starts programs: it outlives it. It is told over its channel which programs are under way;
 * when the channel closes while some are (its parent was killed, ran out of memory, crashed), it ends them in order, and then itself.
 *
 * CommonJS, since that runs whole before anything is read from the channel: a module is loaded while the channel is already read, and a parent that
 * is killed within those milliseconds would be missed.
 */
let programs = [];
process.on('message', (list) => (programs = list));
process.once('disconnect', async () => {
  const { endInOrder } = await import('./process-id.mjs');
  await endInOrder(programs);
  process.exit(0);
});
// Who signals everything at once (a supervisor, a terminal) means the others: this one goes when there is nothing left to guard.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
