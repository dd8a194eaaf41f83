import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.participation.sent, args);
  return { title: args.context.t('participation:sent.title') };
}

/** F-014: the form is with the Office. It says nothing of what was in it: anybody may open this page. */
export default function Sent() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('participation:sent.lead')}</p>
      <p>{t('participation:sent.next')}</p>
      <p>{t('participation:sent.missing')}</p>
      <p>
        <a href={href(pages.public.home)}>{t('layout:home')}</a>
      </p>
    </Page>
  );
}
