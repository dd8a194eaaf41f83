import { useRoot } from '../root-data.ts';
import { HelpLinks } from '../layout/HelpLinks.tsx';
import { useT } from '../texts.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type Advice = 'introduce' | 'simple' | 'counter' | 'signIn' | 'brief';

/** F-088, F-145: what merchants are advised, on the page where it is of use and to them alone. */
export function MerchantAdvice({ on }: { on: readonly Advice[] }) {
  const t = useT();
  const root = useRoot();
  if (root?.user?.kind !== 'merchant') return null;
  return (
    <Notice kind="neutral" title={t('help:merchantAdvice.title')}>
      <ul>
        {on.map((advice) => (
          <li key={advice}>{t(`help:merchantAdvice.${advice}`)}</li>
        ))}
      </ul>
      <HelpLinks to={['merchants']} />
    </Notice>
  );
}
