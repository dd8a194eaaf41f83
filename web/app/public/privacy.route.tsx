import type { LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { Topics } from '../layout/Topics.tsx';
import { useT } from '../texts.tsx';
import { HelpLinks } from '../layout/HelpLinks.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: context.t('help:privacy.title') };
}

/** What is kept of people, who sees it, for how long. */
export default function Privacy() {
  const t = useT();
  return (
    <Page title={t('help:privacy.title')}>
      <p className="pc-lead">{t('help:privacy.lead')}</p>
      <Topics
        keys={[
          'help:privacy.collected',
          'help:privacy.seen',
          'help:privacy.retention',
          'help:privacy.cookies',
          'help:privacy.rights',
        ]}
      />
      <HelpLinks to={['whoSeesWhat']} />
    </Page>
  );
}
