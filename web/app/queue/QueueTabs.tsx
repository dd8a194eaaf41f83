import { href, pages } from '#contracts/pages/index.ts';
import { keysOf } from '#domain/known-values.ts';
import { useT } from '../texts.tsx';
import { Tabs } from '../ui/navigation/Tabs.tsx';

const places = {
  list: href(pages.queue.list),
  absences: href(pages.queue.absences),
  replies: href(pages.queue.replies),
} as const;

/** What a merchant's people work with (B-09). */
export function QueueTabs({ current }: { current: keyof typeof places }) {
  const t = useT();
  const tabs = keysOf(places).map((name) => ({
    to: places[name],
    label: t(`queue:nav.${name}`),
    current: name === current,
  }));
  return <Tabs label={t('queue:nav.label')} tabs={tabs} />;
}
