import type { IncomingMessage } from 'node:http';

/** What a sender must keep up, so that a sending may last as long as its network needs and none holds a place by sending nothing. */
export type Pace = {
  /** Longest without a single byte: a tunnel, a lift, a change of antenna. */
  idleMs: number;
  /** In each window of this time… */
  windowMs: number;
  /** … at least so many bytes. */
  windowBytes: number;
};

/** 2 kB/s, a fifth of what the slowest telephone networks give; a minute of silence. */
export const uploadPace: Pace = { idleMs: 60_000, windowMs: 120_000, windowBytes: 240_000 };

/**
 * Watches how the bytes of a request come, until it is whole or its sender left; there is no limit to how long it takes in all.
 *
 * @param onSlow called once, when the sender falls below the pace.
 */
export function watchPace(request: IncomingMessage, pace: Pace, onSlow: () => void): void {
  const { socket } = request;
  let windowBegan = performance.now();
  let windowFrom = socket.bytesRead;
  let lastAt = windowBegan;
  let last = socket.bytesRead;
  const timer = setInterval(
    () => {
      if (request.complete || request.destroyed || socket.destroyed) return stop();
      const now = performance.now();
      const { bytesRead } = socket;
      if (bytesRead > last) [last, lastAt] = [bytesRead, now];
      const slow = now - windowBegan >= pace.windowMs && bytesRead - windowFrom < pace.windowBytes;
      if (slow || now - lastAt >= pace.idleMs) {
        stop();
        onSlow();
      } else if (now - windowBegan >= pace.windowMs) [windowBegan, windowFrom] = [now, bytesRead];
    },
    Math.min(5_000, pace.idleMs / 4),
  );
  timer.unref();
  const stop = () => clearInterval(timer);
  request.once('end', stop).once('close', stop);
}
