import { useEffect, useReducer, useRef, type RefObject } from 'react';
import { useScripts } from '../../scripts.ts';
import { sendFile, type Sent } from './send-file.ts';

/** A file that was chosen, and where it stands. */
export type Upload = {
  key: string;
  file: File;
  state: { kind: 'waiting' } | { kind: 'sending'; share: number } | Sent;
};

/** Size over which a file is refused without being sent; the server decides. */
const maxBytes = 10_000_000;

type Options = {
  /** Where one file at a time is sent. */
  address: string;
  /** Called once nothing waits or is being sent, with the documents added since the last time. */
  onSettled: (ids: string[]) => void;
};

/**
 * Sends the files of the form in `box` one after the other when it is sent, each with its own result. The files stay at hand: one that was cut is sent
 * again without being chosen anew. Without scripts the form is sent as it is.
 */
export function useUploads(
  box: RefObject<HTMLElement | null>,
  options: Options,
): { uploads: readonly Upload[]; busy: boolean; retry: (keys: readonly string[]) => void } {
  useScripts('useUploads');
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const uploads = useRef<Upload[]>([]);
  const fields = useRef<(readonly [string, string])[]>([]);
  const busy = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const run = useRef(async () => {
    if (busy.current) return;
    busy.current = true;
    const ids: string[] = [];
    for (let next = waiting(uploads.current); next; next = waiting(uploads.current)) {
      const upload = next;
      const set = (state: Upload['state']) => {
        upload.state = state;
        draw();
      };
      set({ kind: 'sending', share: 0 });
      const refusal = refusalBeforeSending(upload.file);
      const sent =
        refusal ??
        (await sendFile({
          address: latest.current.address,
          file: upload.file,
          key: upload.key,
          fields: fields.current,
          onProgress: (share) => set({ kind: 'sending', share }),
        }));
      set(sent);
      if (sent.kind === 'added') ids.push(sent.id);
    }
    busy.current = false;
    draw();
    latest.current.onSettled(ids);
  });

  useEffect(() => {
    const form = box.current?.querySelector('form');
    if (!form) return;
    const onSubmit = (event: SubmitEvent) => {
      const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
      const files = inputs.flatMap(({ files: chosen }) => [...(chosen ?? [])]);
      if (files.length === 0) return;
      event.preventDefault();
      fields.current = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      const before = uploads.current.filter(({ state }) => state.kind !== 'added' && state.kind !== 'refused');
      uploads.current = [...before, ...files.map(newUpload)];
      for (const input of inputs) input.value = '';
      void run.current();
    };
    const stay = (event: BeforeUnloadEvent) => {
      if (busy.current) event.preventDefault();
    };
    form.addEventListener('submit', onSubmit);
    window.addEventListener('beforeunload', stay);
    return () => {
      form.removeEventListener('submit', onSubmit);
      window.removeEventListener('beforeunload', stay);
    };
  }, [box]);

  return {
    uploads: uploads.current,
    busy: busy.current,
    retry(keys) {
      for (const upload of uploads.current) if (keys.includes(upload.key)) upload.state = { kind: 'waiting' };
      void run.current();
    },
  };
}

const waiting = (uploads: readonly Upload[]) => uploads.find(({ state }) => state.kind === 'waiting');

const newUpload = (file: File): Upload => ({ key: crypto.randomUUID(), file, state: { kind: 'waiting' } });

function refusalBeforeSending({ size }: File): Sent | null {
  if (size === 0) return { kind: 'refused', code: 'file.empty' };
  return size > maxBytes ? { kind: 'refused', code: 'file.too_large' } : null;
}
