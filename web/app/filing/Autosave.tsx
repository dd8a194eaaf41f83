import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { SheetData } from '../dossier/types.ts';

type Answer = { savedAt: string; base: string; sheet: SheetData | null };
type Status =
  | { kind: 'idle' | 'saving' | 'unsaved' | 'conflict' }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; code: string };

const pause = 700;
const patience = 5_000;
/** Refusals that time mends (RFC 9110 §15.5.9, RFC 6585 §4). */
const passing = [408, 429];

/**
 * Saves the form `data-autosave` as it is typed (B-03): one request at a time, the last state of the form each time, again until it
 * passes. A form that is posted waits for the saving under way, so that it never meets its own change as someone else's.
 */
export function Autosave({ savedAt, onSheet }: { savedAt: string | null; onSheet?: (sheet: SheetData) => void }) {
  const t = useT();
  const location = useLocation();
  const [status, setStatus] = useState<Status>(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'idle' });
  const again = useRef<(mine: boolean) => void>(() => undefined);

  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sending: Promise<void> | null = null;
    let dirty = false;
    // Kept here and put into what the form sends: a hidden field's value is its attribute, which React sets anew as it renders.
    let base = form.querySelector<HTMLInputElement>('input[name="base"]')?.value ?? '';
    const sendsBase = ({ formData }: FormDataEvent) => formData.set('base', base);

    const send = async (keepMine: boolean): Promise<void> => {
      dirty = false;
      setStatus({ kind: 'saving' });
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      if (keepMine) body.set('base', '');
      try {
        const response = await fetch(form.dataset['autosave'] ?? '', {
          method: 'POST',
          body,
          keepalive: body.toString().length < 60_000,
        });
        if (response.status >= 400 && response.status < 500 && !passing.includes(response.status)) {
          const { code } = (await response.json()) as { code: string };
          setStatus(code === 'conflict' ? { kind: 'conflict' } : { kind: 'refused', code });
          return;
        }
        if (!response.ok) throw new Error('refused');
        const answer = (await response.json()) as Answer;
        base = answer.base;
        setStatus({ kind: 'saved', at: answer.savedAt });
        if (answer.sheet) onSheet?.(answer.sheet);
      } catch {
        dirty = true;
        setStatus({ kind: 'unsaved' });
        schedule(patience);
      }
    };
    const run = (keepMine = false) => {
      clearTimeout(timer);
      if (sending) return;
      sending = send(keepMine).finally(() => {
        sending = null;
        if (dirty) schedule(pause);
      });
    };
    const schedule = (after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => run(), after);
    };
    const changed = () => {
      dirty = true;
      schedule(pause);
    };
    const leaving = () => {
      if (document.visibilityState === 'hidden' && dirty) run();
    };
    const posting = (event: SubmitEvent) => {
      clearTimeout(timer);
      dirty = false;
      if (!sending) return;
      event.preventDefault();
      const submitter = event.submitter;
      void sending.then(() => form.requestSubmit(submitter));
    };
    again.current = (mine) => (mine ? run(true) : window.location.reload());
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', posting);
    form.addEventListener('formdata', sendsBase);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', changed);
      form.removeEventListener('change', changed);
      form.removeEventListener('submit', posting);
      form.removeEventListener('formdata', sendsBase);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [onSheet]);

  if (status.kind === 'conflict') {
    return (
      <Notice kind="warning" title={t('intake:conflictTitle')} live>
        <p>
          <a href={location.pathname} target="_blank" rel="noreferrer">
            {t('intake:readOther')}
          </a>
        </p>
        <ButtonGroup>
          <span onClick={() => again.current(true)}>
            <Button type="button" look="secondary" compact>
              {t('intake:keepMine')}
            </Button>
          </span>
          <span onClick={() => again.current(false)}>
            <Button type="button" look="tertiary" compact>
              {t('intake:takeOther')}
            </Button>
          </span>
        </ButtonGroup>
      </Notice>
    );
  }
  return (
    <p className="pc-saved" role="status">
      {status.kind === 'saved' ? t('intake:saved', { time: status.at }) : null}
      {status.kind === 'saving' ? t('intake:saving') : null}
      {status.kind === 'unsaved' ? t('intake:unsaved') : null}
      {status.kind === 'refused' ? `${t('forms:drafts.refused')} ${t(`errors:${status.code}`)}` : null}
    </p>
  );
}
