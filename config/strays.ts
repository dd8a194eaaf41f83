type StrayLog = { fatal(line: object, message: string): void; warn(line: object, message: string): void };

const voices = ['error', 'warn', 'log', 'info', 'debug', 'trace'] as const;

/**
 * Uncaught faults, and what libraries print on the console, go to the process's log, where a fault is written without its message (ASVS 16.2.5): Node
 * and libraries print theirs whole, with the values in it. An uncaught fault ends the process, as before.
 *
 * @param log its `err` serializer must leave messages out.
 */
export function logStrays(log: StrayLog): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'ended by a fault that nobody caught');
    process.exit(1);
  });
  for (const voice of voices) {
    console[voice] = (...said: unknown[]) => {
      const error = said.find((each) => each instanceof Error);
      log.warn({ voice, ...(error ? { err: error } : {}) }, 'said on the console');
    };
  }
}
