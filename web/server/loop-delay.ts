import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The parent's question and the answer; milliseconds. */
export type LoopDelayQuestion = { type: 'loop-delay'; ask: 'start' | 'read' };
export type LoopDelayAnswer = { type: 'loop-delay'; p50: number; p99: number; max: number };

/** Interval between two samples; the delays reported are in addition to it. */
const everyMs = 10;

/**
 * Reports to the parent process, on request, how late the event loop runs: the most that a request waits while others are served. Over the channel
 * between the two processes only, which nobody else can reach; without a parent, nothing is measured.
 */
export function tellLoopDelay(): void {
  if (!process.send) return;
  let histogram: ReturnType<typeof monitorEventLoopDelay> | null = null;
  process.on('message', (message) => {
    if (!isQuestion(message)) return;
    if (message.ask === 'start') {
      histogram?.disable();
      histogram = monitorEventLoopDelay({ resolution: everyMs });
      histogram.enable();
    }
    const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - everyMs);
    const { max } = histogram ?? { max: 0 };
    const answer: LoopDelayAnswer = {
      type: 'loop-delay',
      p50: ms(histogram?.percentile(50) ?? 0),
      p99: ms(histogram?.percentile(99) ?? 0),
      max: ms(max),
    };
    process.send?.(answer);
  });
  // Listening must not keep the process alive once its server is closed.
  process.channel?.unref();
}

function isQuestion(message: unknown): message is LoopDelayQuestion {
  return message !== null && typeof message === 'object' && 'type' in message && message.type === 'loop-delay';
}
