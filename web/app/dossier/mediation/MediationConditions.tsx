import { useT } from '../../texts.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import type { ShellData } from '../types.ts';

type Conditions = NonNullable<ShellData['turn']['mediation']>;

/** The two conditions of a request for mediation, either of which is enough, with where each stands (F-105, A-01, T-02). */
export function MediationConditions({ conditions, open = false }: { conditions: Conditions; open?: boolean }) {
  const t = useT();
  const stand = (met: boolean) => t(met ? 'turn:mediation.met' : 'turn:mediation.notMet');
  return (
    <Details summary={t('turn:mediation.title')} open={open}>
      <p>{t('turn:mediation.conditions')}</p>
      <ul>
        <li>
          {t('turn:mediation.proposals')} <strong>({stand(conditions.proposals.met)})</strong>
          <br />
          {conditions.proposals.counts}
        </li>
        <li>
          {conditions.days.text} <strong>({stand(conditions.days.met)})</strong>
          <br />
          {conditions.days.from}
        </li>
      </ul>
    </Details>
  );
}
