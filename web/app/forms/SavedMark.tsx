import { formatNumber } from '#content/texts/format.ts';
import { useRefusedTitle } from '../layout/refused-title.ts';
import { useLanguage, useT } from '../texts.tsx';
import type { DraftStatus } from './use-autosave.ts';

/** Where a text that is being typed stands, read out when it changes. `max`: its longest, in characters. */
export function DraftMark({ status, max }: { status: DraftStatus; max: number }) {
  const t = useT();
  const language = useLanguage();
  useRefusedTitle(status.kind === 'refused');
  return (
    <p className="pc-saved" role="status">
      {status.kind === 'saving' ? t('forms:drafts.saving') : null}
      {status.kind === 'unsaved' ? t('forms:drafts.unsaved') : null}
      {status.kind === 'sent' ? t('forms:drafts.sent') : null}
      {status.kind === 'tooLong' ? t('forms:drafts.tooLong', { max: formatNumber(language, max) }) : null}
      {status.kind === 'refused' ? `${t('forms:drafts.refused')} ${t(`errors:${status.code}`)}` : null}
      {status.kind === 'saved' ? `${besides(status.beside)}${t('forms:drafts.saved', { time: status.at })}` : null}
    </p>
  );

  function besides(beside: 'sent' | 'changed' | null): string {
    return beside ? `${t(`forms:drafts.beside.${beside}`)} ` : '';
  }
}
