import { formatNumber } from '#content/texts/format.ts';
import { useRefusedTitle } from '../../ui/form/refused-title.ts';
import { useLanguage, useT } from '../../texts.tsx';
import type { AutosaveStatus } from './use-autosave.ts';

type Props = {
  status: AutosaveStatus;
  /** Where `saving`, `saved` and `unsaved` are said; a filing is read by others, a draft by its author alone. */
  texts?: 'forms:drafts.' | 'filing:';
  /** The longest that the text may be, in characters. */
  max?: number;
};

/** Where what is being typed stands, read out when it changes. */
export function SavedMark({ status, texts = 'forms:drafts.', max }: Props) {
  const t = useT();
  const language = useLanguage();
  useRefusedTitle(status.kind === 'refused');
  return (
    <p className="pc-saved" role="status">
      {sentence()}
    </p>
  );

  function sentence(): string | null {
    switch (status.kind) {
      case 'idle':
      case 'conflict':
        return null;
      case 'saving':
      case 'unsaved':
        return t(`${texts}${status.kind}`);
      case 'sent':
        return t('forms:drafts.sent');
      case 'tooLong':
        return max === undefined
          ? `${t('forms:drafts.refused')} ${t('errors:form.too_large')}`
          : t('forms:drafts.tooLong', { max: formatNumber(language, max) });
      case 'refused':
        return `${t('forms:drafts.refused')} ${t(`errors:${status.code}`)}`;
      case 'saved':
        return `${status.beside ? `${t(`forms:drafts.beside.${status.beside}`)} ` : ''}${t(`${texts}saved`, { time: status.at })}`;
    }
  }
}
