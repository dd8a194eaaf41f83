import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import type { FilingScreen } from './filing-screen.ts';
import { questions } from './questions.tsx';

/** The consumer's contact details, for the agreement (F-058). */
export const you: FilingScreen = {
  ...questions('you'),
  Before: function Known({ view }) {
    const t = useT();
    return (
      <DescriptionList
        items={[
          { label: t('dossier:summary.name'), value: view.consumer.name },
          { label: t('dossier:summary.email'), value: view.consumer.email },
        ]}
      />
    );
  },
};
