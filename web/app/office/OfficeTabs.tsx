import { useT } from '../texts.tsx';
import { Tabs } from '../ui/Tabs.tsx';

/** The Office's queues. */
export function OfficeTabs({ current }: { current: 'codes' | 'dossiers' }) {
  const t = useT();
  const tabs = (['codes', 'dossiers'] as const).map((name) => ({
    to: `/office/${name}`,
    label: t(`office:nav.${name}`),
    current: name === current,
  }));
  return <Tabs label={t('office:nav.label')} tabs={tabs} />;
}
