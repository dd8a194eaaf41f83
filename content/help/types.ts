import type { HelpTheme } from '#contracts/pages/index.ts';
import type { Duration } from '#domain/calendar/durations.ts';
import type { RemedyCode } from '#domain/agreement/types.ts';

/**
 * A page of help. Paragraphs and items may hold `{{draft}}` and the other {@link HelpDurations}, in days, and `{{retention}}` with its unit: a page says
 * the durations that new dossiers live by, and no others.
 */
export type HelpText = { title: string; lead: string; sections: readonly HelpSection[] };

/** `id`: its anchor, the same in both languages. */
type HelpSection = { id: string; heading: string; blocks: readonly HelpBlock[] };

export type HelpBlock =
  | string
  | { list: readonly string[] }
  | { steps: readonly string[] }
  /** Smaller headings with their text. */
  | { parts: readonly { heading: string; text: readonly string[] }[] }
  /** What each remedy is; its name is that of the form. */
  | { remedies: Record<RemedyCode, string> }
  | { links: readonly HelpLink[] };

export type HelpLink = { label: string; to: HelpTarget; note?: string };

type HelpTarget =
  | { theme: HelpTheme; section?: string }
  | { page: 'whoSeesWhat' | 'terms' | 'confidentiality' | 'privacy' | 'accessibility' }
  /** Where a company asks to take part (F-014). */
  | { form: 'participation' }
  /** Outside the platform; `language`: that of the page. */
  | { url: string; language: 'fr' | 'en' }
  /** The office's own address of mail. */
  | { mail: true };

/** Names that the texts may use for a duration. */
export type HelpDurations = Record<'draft' | 'mediationWait' | 'mediationTarget' | 'messages', number> & {
  retention: Duration;
};
