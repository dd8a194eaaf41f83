import { keysOf } from '#domain/known-values.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../texts.tsx';
import { Tabs } from '../ui/navigation/Tabs.tsx';

const places = {
  home: href(pages.office.home),
  codes: href(pages.office.codes),
  dossiers: href(pages.office.dossiers),
  merchants: href(pages.office.merchants),
  mediators: href(pages.office.mediators),
  accounts: href(pages.office.accounts),
  absences: href(pages.office.absences),
  readings: href(pages.office.readings),
  figures: href(pages.office.figures),
  policy: href(pages.office.policy),
} as const;

export type OfficeTab = keyof typeof places;

/** The Office's desk, without content (B-11): its queues and the accounts it opens. */
export function OfficeTabs({ current }: { current: OfficeTab }) {
  const t = useT();
  const tabs = keysOf(places).map((name) => ({
    to: places[name],
    label: t(`office:nav.${name}`),
    current: name === current,
  }));
  return <Tabs label={t('office:nav.label')} tabs={tabs} />;
}
