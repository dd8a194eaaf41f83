import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { Topics } from '../layout/Topics.tsx';
import { useT } from '../texts.tsx';
import { HelpLinks } from '../layout/HelpLinks.tsx';
import { lengthOf } from './help/present.server.ts';

export const meta = titleMeta;

export async function loader({ context }: LoaderFunctionArgs) {
  const { retention } = await context.services.help.durations();
  return { title: context.t('help:privacy.title'), retention: lengthOf(context.reader, retention) };
}

/** What is kept of people, who sees it, for how long. */
export default function Privacy() {
  const t = useT();
  const { retention } = useLoaderData<typeof loader>();
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
        params={{ retention }}
      />
      <HelpLinks to={['whoSeesWhat']} />
    </Page>
  );
}
