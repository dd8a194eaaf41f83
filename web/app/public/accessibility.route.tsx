import type { LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { Topics } from '../layout/Topics.tsx';
import { useT } from '../texts.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: context.t('help:accessibility.title') };
}

/** B-12: what is done so that everyone can use the platform. */
export default function Accessibility() {
  const t = useT();
  return (
    <Page title={t('help:accessibility.title')}>
      <p className="pc-lead">{t('help:accessibility.lead')}</p>
      <Topics keys={['help:accessibility.how', 'help:accessibility.tell']} />
    </Page>
  );
}
