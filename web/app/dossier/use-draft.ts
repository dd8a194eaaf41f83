import { useEffect, useState, type RefObject } from 'react';
import { draftMark, marksIn, maxMarks } from '#contracts/draft-mark.ts';

type Answer = { savedAt: string | null; id?: string; base?: string; beside: 'sent' | 'changed' | null; sent?: boolean };

/** Where the text of a form stands. `beside`: kept under another draft than the form's first. `refused`: its code. */
export type DraftStatus =
  | { kind: 'idle' | 'saving' | 'unsaved' | 'tooLong' | 'sent' }
  | { kind: 'saved'; at: string; beside: Answer['beside'] }
  | { kind: 'refused'; code: string };

type Options = {
  /** Where the form is kept as it is typed (routes/dossier/autosave.ts). */
  address: string;
  /** The hidden field that names its row. */
  idField: string;
  savedAt: string | null;
  /** What the form says, as the server reads it. */
  contentOf: (form: HTMLFormElement) => unknown;
  /** True when nothing more is kept of it. */
  tooLong: (form: HTMLFormElement) => boolean;
};

const pause = 1_500;
const patience = 5_000;
/** Refusals that time mends (RFC 9110 §15.5.9, RFC 6585 §4). */
const passing = [408, 429];
const longestWait = 10_000;

/**
 * Keeps the form in `box` as it is typed: one request at a time, the last state of the form each time, again until it passes. The answer
 * tells which row the form goes on with. A form that is posted waits for the request under way. Without an answer the server may still
 * have kept the text: the marks of all that was tried go along, so that a page never takes its own words for someone else's.
 */
export function useDraft(box: RefObject<HTMLElement | null>, options: Options): DraftStatus {
  const { address, idField, savedAt, contentOf, tooLong } = options;
  const [status, setStatus] = useState<DraftStatus>(
    savedAt ? { kind: 'saved', at: savedAt, beside: null } : { kind: 'idle' },
  );

  useEffect(() => {
    const form = box.current?.querySelector('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sending: Promise<void> | null = null;
    let dirty = false;
    const hidden = (name: string) =>
      form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)?.value ?? '';
    // Kept here and put into what the form sends: a hidden field's value is its attribute, which React sets anew as it renders.
    const row = { id: hidden(idField), base: hidden('base') };
    const sendsRow = ({ formData }: FormDataEvent) => {
      formData.set(idField, row.id);
      formData.set('base', row.base);
    };

    const send = async (): Promise<void> => {
      dirty = false;
      setStatus({ kind: 'saving' });
      row.base = [...marksIn(row.base), draftMark(contentOf(form))].slice(-maxMarks).join(' ');
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      try {
        const keepalive = body.toString().length < 60_000;
        const response = await fetch(address, {
          method: 'POST',
          body,
          keepalive,
          signal: AbortSignal.timeout(longestWait),
        });
        if (response.status >= 400 && response.status < 500 && !passing.includes(response.status)) {
          const { code } = (await response.json()) as { code: string };
          setStatus(code === 'form.too_large' ? { kind: 'tooLong' } : { kind: 'refused', code });
          return;
        }
        if (!response.ok) throw new Error('not kept');
        const answer = (await response.json()) as Answer;
        row.id = answer.id ?? row.id;
        row.base = answer.base ?? row.base;
        if (answer.sent) setStatus({ kind: 'sent' });
        else if (answer.savedAt) setStatus({ kind: 'saved', at: answer.savedAt, beside: answer.beside });
        else setStatus({ kind: 'idle' });
      } catch {
        dirty = true;
        setStatus({ kind: 'unsaved' });
        schedule(patience);
      }
    };
    const run = () => {
      clearTimeout(timer);
      if (sending) return;
      sending = send().finally(() => {
        sending = null;
        if (dirty) schedule(pause);
      });
    };
    const schedule = (after: number) => {
      clearTimeout(timer);
      timer = setTimeout(run, after);
    };
    const changed = () => {
      clearTimeout(timer);
      dirty = !tooLong(form);
      if (dirty) schedule(pause);
      else setStatus({ kind: 'tooLong' });
    };
    const leaving = () => {
      if (document.visibilityState === 'hidden' && dirty) run();
    };
    const posting = (event: SubmitEvent) => {
      clearTimeout(timer);
      dirty = false;
      if (!sending) return;
      event.preventDefault();
      const { submitter } = event;
      void sending.then(() => form.requestSubmit(submitter));
    };
    form.addEventListener('input', changed);
    form.addEventListener('submit', posting);
    form.addEventListener('formdata', sendsRow);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', changed);
      form.removeEventListener('submit', posting);
      form.removeEventListener('formdata', sendsRow);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [box, address, idField, contentOf, tooLong]);

  return status;
}
