import type { Request } from 'express';
import { formLimits } from '#contracts/form-limits.ts';

/** A form with files: twenty of ten million bytes and their wrapping. */
const uploadBytes = 210_000_000;

/** The two pages that take files, their data requests, and where their scripts send one file at a time. */
const uploadPages = /^\/dossiers\/[^/]+\/(?:creation\/)?documents(?:\.data|\/envoi)?\/?$/;

/** What a body may be: its bytes, and the time it may take to come when it is read whole. */
export type BodyLimits = { bytes: number; streamed: boolean };

/** A form without files is read whole before anybody works on it; one with files, on the pages that take them, streams to disk. */
export function limitsFor({ path, headers }: Pick<Request, 'path' | 'headers'>): BodyLimits {
  const streamed = uploadPages.test(path) && /^multipart\/form-data/i.test(headers['content-type'] ?? '');
  return { bytes: streamed ? uploadBytes : formLimits.bytes, streamed };
}

/** Longest that a form without files may take to arrive: 17 kB/s for the largest, and most are a hundredth of it. */
export const formMilliseconds = 60_000;

/** What is still dropped of a body once it is refused or answered, so that its sender reads the answer; then the connection is closed. */
export type Dropped = { bytes: number; milliseconds: number };

export function droppedOf(request: Pick<Request, 'path' | 'headers'>): Dropped {
  const { streamed, bytes } = limitsFor(request);
  return streamed ? { bytes, milliseconds: 300_000 } : { bytes: 50_000_000, milliseconds: 30_000 };
}

/** Forms being read or worked on: how many, and the bytes they hold, in the process and for one place. */
export const held = { bodies: 500, bodiesEach: 100, bytes: 64_000_000, bytesEach: 16_000_000 } as const;
