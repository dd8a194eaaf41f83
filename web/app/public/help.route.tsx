import type { LoaderFunctionArgs } from '@remix-run/node';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { Topics } from '../layout/Topics.tsx';
import { useT } from '../texts.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: context.t('help:title') };
}

/** F-146, F-147, F-148: help for everyone, signed in or not. */
export default function Help() {
  const t = useT();
  return (
    <Page title={t('help:title')}>
      <p className="pc-lead">{t('help:lead')}</p>
      <Topics
        keys={[
          'help:topics.before',
          'help:topics.codes',
          'help:topics.representative',
          'help:topics.solutions',
          'help:topics.negotiation',
          'help:topics.caseLaw',
          'help:topics.mediation',
          'help:topics.after',
          'help:contact',
        ]}
      />
    </Page>
  );
}
