import { formatNumber } from '#content/texts/format.ts';
import { useLanguage, useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { Upload } from './use-uploads.ts';

type Props = { uploads: readonly Upload[]; busy: boolean; retry: (keys: readonly string[]) => void };

/** The chosen files, each with its progress or what became of it. */
export function UploadList({ uploads, busy, retry }: Props) {
  const t = useT();
  const cut = uploads.filter(({ state }) => state.kind === 'cut').map(({ key }) => key);
  return (
    <>
      <ul className="pc-uploads" aria-label={t('upload:progress.list')}>
        {uploads.map((upload) => (
          <li key={upload.key}>
            <p>
              <strong>
                <UserText inline>{upload.file.name}</UserText>
              </strong>
            </p>
            <Standing upload={upload} />
            {upload.state.kind === 'cut' && !busy && cut.length > 1 ? (
              <Button type="button" look="secondary" compact onClick={() => retry([upload.key])}>
                {t('upload:progress.retry')} <span className="qc-sr-only">{upload.file.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {cut.length > 0 && !busy ? (
        <p>
          <Button type="button" look="secondary" onClick={() => retry(cut)}>
            {t(cut.length > 1 ? 'upload:progress.retryAll' : 'upload:progress.retry')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Standing({ upload: { state, file } }: { upload: Upload }) {
  const t = useT();
  const language = useLanguage();
  switch (state.kind) {
    case 'waiting':
    case 'added':
      return <p>{t(`upload:progress.${state.kind}`)}</p>;
    case 'sending': {
      const percent = Math.floor(state.share * 100);
      const shown = language === 'fr' ? `${formatNumber(language, percent)}\u00a0%` : `${percent}%`;
      return (
        <p>
          <progress max={100} value={percent} aria-label={file.name} />{' '}
          {state.share < 1 ? t('upload:progress.sending', { percent: shown }) : t('upload:progress.checking')}
        </p>
      );
    }
    case 'refused':
      return <p className="pc-refused">{t(`errors:${state.code}`)}</p>;
    case 'cut':
      return <p className="pc-refused">{state.code ? t(`errors:${state.code}`) : t('upload:progress.interrupted')}</p>;
  }
}
