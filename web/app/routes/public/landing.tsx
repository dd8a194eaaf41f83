import type { LoaderFunctionArgs } from '@remix-run/node';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  return { title: context.t('common:productName') };
}

export default function Landing() {
  const t = useT();
  return <Page title={t('common:productName')} />;
}
