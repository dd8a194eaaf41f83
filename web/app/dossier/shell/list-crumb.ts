import { href, pages } from '#contracts/pages/index.ts';
import { useRoot } from '../../root-data.ts';
import { useT } from '../../texts.tsx';

/** The list from which a dossier's page is reached: one's own, or the Office's (B-11). */
export function useListCrumb(): { label: string; to: string } {
  const t = useT();
  return useRoot()?.user?.kind === 'officer'
    ? { label: t('office:nav.dossiers'), to: href(pages.office.dossiers) }
    : { label: t('dossier:list.title'), to: href(pages.dossier.list) };
}
