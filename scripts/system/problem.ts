/** Something the person at the keyboard can mend: its message is one sentence that says what to do. */
export class Problem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Problem';
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === 'ENOSPC' || /ENOSPC|no space left/i.test(error.message));

/** What to print for an error: its sentence when it has one, the stack otherwise (a defect of ours). */
export function explain(error: unknown): string {
  if (error instanceof Problem) return error.message;
  if (isFull(error)) return 'The disk is full: free some space, then try again.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
