import { useEffect, useRef, useState, type RefObject } from 'react';
import { draftMark, marksIn, maxMarks } from '#contracts/draft-mark.ts';
import { useScripts } from '../../scripts.ts';

/** What a page that saves forms answers; each names what its form needs. */
type Answer = {
  savedAt: string | null;
  /** The mark that the form continues with, and the row when it is another. */
  base?: string;
  id?: string;
  beside?: 'sent' | 'changed' | null;
  sent?: boolean;
};

/**
 * Where the text of a form stands. `beside`: saved under another draft than the form's first. `conflict`: someone else changed what the form was
 * shown with, and nothing was saved. `refused`: its code.
 */
export type AutosaveStatus =
  | { kind: 'idle' | 'saving' | 'unsaved' | 'tooLong' | 'sent' | 'conflict' }
  | { kind: 'saved'; at: string; beside: 'sent' | 'changed' | null }
  | { kind: 'refused'; code: string };

type Options<Extra> = {
  /** Where the form is saved as it is typed. */
  address: string;
  savedAt: string | null;
  /** The hidden field that names the form's own row, when it has one. */
  idField?: string;
  /**
   * What the form says, as the server reads it: each attempt adds its mark to `base`, so that a page never mistakes its own words for someone else's.
   * Without it the form continues with the mark of the last answer.
   */
  contentOf?: (form: HTMLFormElement) => unknown;
  /** True when nothing more is saved of it. */
  tooLong?: (form: HTMLFormElement) => boolean;
  /** What else an answer brought. */
  onSaved?: (answer: Answer & Extra) => void;
};

/** Milliseconds: after the last key, after a try that did not pass, and the longest wait for an answer. */
const pause = 1_000;
const patience = 5_000;
const maxWait = 10_000;
/** Temporary refusals (RFC 9110 §15.5.9, RFC 6585 §4). */
const passing = [408, 429];
/** A browser sends at most 64 kB for a page that is being left (Fetch §4.7). */
const maxKeepaliveBytes = 60_000;

/**
 * Saves the form in `box` as it is typed (B-03): one request at a time, the last state of the form each time, again until it passes. A form that is
 * posted waits for the request under way, so that it never mistakes its own change for someone else's.
 *
 * `overwrite` saves over someone else's change, after a `conflict`.
 */
export function useAutosave<Extra = unknown>(
  box: RefObject<HTMLElement | null>,
  options: Options<Extra>,
): { status: AutosaveStatus; overwrite: () => void } {
  const { address, idField, savedAt, contentOf, tooLong, onSaved } = options;
  useScripts('useAutosave');
  const [status, setStatus] = useState<AutosaveStatus>(
    savedAt ? { kind: 'saved', at: savedAt, beside: null } : { kind: 'idle' },
  );
  const overwrite = useRef<() => void>(() => undefined);

  useEffect(() => {
    const form = box.current?.querySelector('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sending: Promise<void> | null = null;
    let dirty = false;
    const hidden = (name: string) =>
      form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)?.value ?? '';
    // Stored here and added to what the form sends: a hidden field's value is its attribute, which React sets again at each rendering.
    const row = { id: idField ? hidden(idField) : '', base: hidden('base') };
    const sendsRow = ({ formData }: FormDataEvent) => {
      if (idField) formData.set(idField, row.id);
      formData.set('base', row.base);
    };

    const send = async (over: boolean): Promise<void> => {
      dirty = false;
      setStatus({ kind: 'saving' });
      if (contentOf) row.base = [...marksIn(row.base), draftMark(contentOf(form))].slice(-maxMarks).join(' ');
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      if (over) body.set('base', '');
      try {
        const response = await fetch(address, {
          method: 'POST',
          body,
          keepalive: body.toString().length < maxKeepaliveBytes,
          signal: AbortSignal.timeout(maxWait),
        });
        if (response.status >= 400 && response.status < 500 && !passing.includes(response.status)) {
          const { code }: { code: string } = await response.json();
          setStatus(refusalStatus(code));
          return;
        }
        if (!response.ok) throw new Error('not saved');
        const answer: Answer & Extra = await response.json();
        row.id = answer.id ?? row.id;
        row.base = answer.base ?? row.base;
        if (answer.sent) setStatus({ kind: 'sent' });
        else if (answer.savedAt) setStatus({ kind: 'saved', at: answer.savedAt, beside: answer.beside ?? null });
        else setStatus({ kind: 'idle' });
        onSaved?.(answer);
      } catch {
        dirty = true;
        setStatus({ kind: 'unsaved' });
        schedule(patience);
      }
    };
    const run = (over = false) => {
      clearTimeout(timer);
      if (sending) return;
      sending = send(over).finally(() => {
        sending = null;
        if (dirty) schedule(pause);
      });
    };
    const schedule = (after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => run(), after);
    };
    const changed = () => {
      clearTimeout(timer);
      dirty = !tooLong?.(form);
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
    overwrite.current = () => run(true);
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
  }, [box, address, idField, contentOf, tooLong, onSaved]);

  return { status, overwrite: () => overwrite.current() };
}

function refusalStatus(code: string): AutosaveStatus {
  if (code === 'form.too_large') return { kind: 'tooLong' };
  return code === 'conflict' ? { kind: 'conflict' } : { kind: 'refused', code };
}
