import type { ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import { stepOfScreen, type ScreenCode } from '#contracts/schemas/filing-screens.ts';
import { steps } from '#domain/problem/missing-fields.ts';
import { AgreementPreview } from '../../dossier/proposals/AgreementPreview.tsx';
import type { AgreementPreviewData } from '../../dossier/types.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { screenTexts } from './screen-address.ts';

type Props = {
  screen: ScreenCode;
  view: { id: string; number: string; actsForConsumer: boolean };
  /** The agreement as it would be, beside the form. */
  agreementPreview: AgreementPreviewData | null;
  children: ReactNode;
};

/** Around one screen of a filing: which step it is, what it is about. */
export function ScreenPage({ screen, view, agreementPreview, children }: Props) {
  const t = useT();
  const step = stepOfScreen[screen];
  const texts = screenTexts(screen, view);
  const title = t(`${texts}.title`);
  return (
    <Page
      title={title}
      subhead={t('filing:step', { number: steps.indexOf(step) + 1, step: t(`checks:steps.${step}`) })}
      width={agreementPreview ? 'full' : 'reading'}
      crumbs={[
        { label: t('filing:list'), to: href(pages.dossier.list) },
        { label: view.number, to: href(pages.filing.tasks, { dossierId: view.id }) },
        { label: title },
      ]}
    >
      <p>{t(`${texts}.intro`)}</p>
      {screen === 'steps' ? <p>{t('filing:noneSteps')}</p> : null}
      {agreementPreview ? (
        <Columns shape="main-aside">
          <div>{children}</div>
          <div className="pc-live">
            <Details summary={t('filing:showPreview')} openWhenWide>
              <p>{t('filing:previewNote')}</p>
              <AgreementPreview preview={agreementPreview} scroll />
            </Details>
          </div>
        </Columns>
      ) : (
        children
      )}
    </Page>
  );
}
