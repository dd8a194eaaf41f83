import type { Pages } from './pages.ts';

/** What a stream of server-sent events has told so far. */
export type LiveStream = {
  status: number;
  headers: Headers;
  events: { type: string; id: string }[];
  /** Everything that the server wrote, as it came. */
  written(): string;
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  close(): void;
};

/**
 * Follows a dossier as a page of this person's does.
 *
 * @param known what the page showed last; null for a page that does not know.
 */
export async function followLive(
  { origin, session }: Pick<Pages, 'origin' | 'session'>,
  userId: string,
  { dossierId, known = null }: { dossierId: string; known?: string | null },
): Promise<LiveStream> {
  const leaving = new AbortController();
  const query = known === null ? '' : `?${new URLSearchParams({ depuis: known })}`;
  const { status, headers, body } = await fetch(`${origin}/dossiers/${dossierId}/en-direct${query}`, {
    headers: { cookie: `pc_session=${await session(userId)}`, accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  const events: LiveStream['events'] = [];
  let written = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    const reader = body?.getReader();
    let text = '';
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      const came = decoder.decode(chunk.value, { stream: true });
      written += came;
      text += came;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const type = /^event: (.*)$/m.exec(block)?.[1];
        if (type) events.push({ type, id: /^id: (.*)$/m.exec(block)?.[1] ?? '' });
      }
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return { status, headers, events, written: () => written, ended, close: () => leaving.abort() };
}
