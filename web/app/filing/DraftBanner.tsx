import { useT } from '../texts.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type BannerProps = { expired: boolean; representedBy: string | null; actsForConsumer: boolean; consumerName: string };

/** Who writes this draft, when it is not the reader alone (F-071, A-17), or that its time has passed. */
export function DraftBanner({ expired, representedBy, actsForConsumer, consumerName }: BannerProps) {
  const t = useT();
  if (expired) {
    return (
      <Notice kind="warning" title={t('filing:tasks.expired')}>
        <p>{t('filing:tasks.expiredText')}</p>
      </Notice>
    );
  }
  if (representedBy !== null) {
    return (
      <Notice kind="information" title={t('filing:tasks.represented', { name: representedBy })}>
        <p>{t('filing:tasks.representedText')}</p>
      </Notice>
    );
  }
  return actsForConsumer ? <Notice kind="neutral" title={t('filing:tasks.acting', { name: consumerName })} /> : null;
}
