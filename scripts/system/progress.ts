/** Says what is being done, how far, and how long it took. */
type Step = {
  /** Replaces the detail shown after the step's name. */
  update(detail: string): void;
  done(detail?: string): void;
  failed(): void;
};

export type Progress = { step(name: string): Step };

const duration = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
};

/**
 * Progress for a terminal (one line rewritten each second) or for a log (a line every fifteen seconds). Steps that
 * run side by side each print their own line when done; the terminal's live line shows the oldest one under way.
 */
export function consoleProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const running = new Set<{ name: string; detail: string; began: number }>();
  const live = stream.isTTY;
  let timer: NodeJS.Timeout | undefined;

  const line = (entry: { name: string; detail: string; began: number }): string =>
    `  ${entry.name}${entry.detail ? `: ${entry.detail}` : ''} (${duration(Date.now() - entry.began)})`;
  const clear = (): void => void (live && stream.write('\r\u001b[2K'));
  const show = (): void => {
    const [oldest] = running;
    if (!oldest) return;
    if (live) stream.write(`\r\u001b[2K${line(oldest).slice(0, (stream.columns || 80) - 1)}`);
    else for (const entry of running) stream.write(`${line(entry)}\n`);
  };
  const arrange = (): void => {
    if (running.size > 0) timer ??= setInterval(show, live ? 1000 : 15_000).unref();
    else if (timer) timer = void clearInterval(timer);
  };

  return {
    step(name) {
      const entry = { name, detail: '', began: Date.now() };
      running.add(entry);
      arrange();
      if (live) show();
      const end = (text: string): void => {
        if (!running.delete(entry)) return;
        clear();
        stream.write(`  ${text}\n`);
        arrange();
      };
      return {
        update: (detail) => void (entry.detail = detail),
        done: (detail) => end(`${name}${detail ? `: ${detail}` : ''} (${duration(Date.now() - entry.began)})`),
        failed: () => end(`${name}: failed after ${duration(Date.now() - entry.began)}`),
      };
    },
  };
}

/** Progress for those who do not watch (tests). */
export const silentProgress: Progress = {
  step: () => ({ update: () => undefined, done: () => undefined, failed: () => undefined }),
};
