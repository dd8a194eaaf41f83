import { addressOf } from '#domain/agreement/model.ts';
import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import type { FilingScreen } from './filing-screen.ts';
import { questions } from './questions.tsx';

/** Whether this is the merchant that the consumer dealt with (F-058). */
export const merchant: FilingScreen = {
  ...questions('merchant'),
  Before: function Known({ view }) {
    const t = useT();
    return (
      <DescriptionList
        items={[
          { label: t('dossier:summary.name'), value: view.merchant.name },
          { label: t('dossier:summary.address'), value: addressOf(view.merchant) },
          { label: t('dossier:summary.phone'), value: view.merchant.phone },
          { label: t('dossier:summary.email'), value: view.merchant.email },
        ]}
      />
    );
  },
};
