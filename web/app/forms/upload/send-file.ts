/** What became of one sending of a file. `cut`: not known, or not now: the same file may be sent again. */
export type Sent =
  { kind: 'added'; id: string } | { kind: 'refused'; code: string } | { kind: 'cut'; code: string | null };

/** Answers by which the same file may pass later (RFC 9110 §15.5.2, §15.5.9; RFC 6585 §4), besides every fault of the server. */
const passing = [401, 408, 429];
/** Longest without a byte leaving or an answer coming: checking a large photo takes up to half a minute. */
const patience = 120_000;

type Sending = {
  address: string;
  file: File;
  /** Names the file: sent twice, it is kept once. */
  key: string;
  /** Other fields of the form. */
  fields: readonly (readonly [string, string])[];
  /** Share of the bytes that left, from 0 to 1. */
  onProgress: (share: number) => void;
};

/** Sends one file; `fetch` does not tell how much has left. Never rejects. */
export function sendFile({ address, file, key, fields, onProgress }: Sending): Promise<Sent> {
  const body = new FormData();
  body.append('file_key', key);
  for (const [name, value] of fields) body.append(name, value);
  body.append('files', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cut = () => resolve({ kind: 'cut', code: null });
    let quiet: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => request.abort(), patience);
    };
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      alive();
      onProgress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => resolve(outcomeOf(request)));
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, cut);
    // Browsers may hold what was being sent for minutes: who is offline learns it at once, and has the file at hand.
    const offline = () => request.abort();
    window.addEventListener('offline', offline);
    request.addEventListener('loadend', () => {
      clearTimeout(quiet);
      window.removeEventListener('offline', offline);
    });
    request.open('POST', address);
    alive();
    request.send(body);
  });
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Sent {
  const answer = parsed(responseText);
  const { id, code = null } = answer;
  if (status === 200 && id) return { kind: 'added', id };
  const later = status === 0 || status >= 500 || passing.includes(status) || code === null;
  return later ? { kind: 'cut', code } : { kind: 'refused', code };
}

function parsed(text: string): { id?: string; code?: string | null } {
  try {
    const answer: { id?: string; code?: string } = JSON.parse(text);
    return answer;
  } catch {
    return {};
  }
}
