/** How a process is asked to end: a signal, or the end of the process that started it. */
export type StopReason = NodeJS.Signals | 'parent gone';

/**
 * Calls back each time this process is asked to end, for every process of the platform and every command. A parent that started it over a channel
 * (`fork`, `stdio: 'ipc'`) keeps the channel open: it closes when the parent ends, however it ended, and that is a request to end too. From here on
 * the process shuts down in order, and a closed terminal does not interrupt it.
 */
export function onStopAsked(signals: readonly NodeJS.Signals[], asked: (reason: StopReason) => void): void {
  for (const signal of signals) process.on(signal, () => asked(signal));
  if (process.channel) {
    process.once('disconnect', () => asked('parent gone'));
    // The channel alone must not keep the process alive.
    process.channel.unref();
  }
  // Writing to a closed terminal or pipe fails (EIO, EPIPE).
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
