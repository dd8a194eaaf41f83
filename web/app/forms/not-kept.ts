import { useRefusedTitle } from '../layout/refused-title.ts';
import { useT } from '../texts.tsx';
import type { FormReply } from './read-form.ts';

/** What a page that saves as one types is answered: when it was saved, or the form's refusal. */
export type Saved = { savedAt?: string; refusal?: FormReply['refusal'] };

/** Why what is typed was not kept, in words; null when it was. The page's title says it too. */
export function useNotKept(saved: Saved | undefined): string | null {
  const t = useT();
  const refusal = saved?.refusal;
  useRefusedTitle(Boolean(refusal));
  if (!refusal) return null;
  return String(t([`errors:${refusal.code}`, 'layout:refusal.unexpected'], refusal.params));
}
