/** How a process is asked to end: a signal, or the end of the process that started it. */
export type StopReason = NodeJS.Signals | 'parent gone';

/**
 * Tells each time this process is asked to end, for every process of the platform and every command. Who starts it over a channel
 * (`fork`, `stdio: 'ipc'`) holds on to it: the channel closes when that process is gone, whichever way it went, and that is an order to
 * end too. From here on the process ends in its own order, and a terminal that is gone does not break it off.
 */
export function onStopAsked(signals: readonly NodeJS.Signals[], asked: (reason: StopReason) => void): void {
  for (const signal of signals) process.on(signal, () => asked(signal));
  if (process.channel) {
    process.once('disconnect', () => asked('parent gone'));
    // The channel alone is no reason to stay.
    process.channel.unref();
  }
  // Writing to a terminal or a pipe that is gone fails (EIO, EPIPE).
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
