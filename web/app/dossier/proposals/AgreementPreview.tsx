import { useT } from '../../texts.tsx';
import { Sheet } from '../../ui/layout/Sheet.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RemedyList } from './RemedyList.tsx';
import type { AgreementPreviewData } from '../types.ts';

/** The agreement that a proposal would make, as a document (D-01, F-094, A-14). Nothing in it is concluded yet, and it says so. */
export function AgreementPreview({ preview, scroll = false }: { preview: AgreementPreviewData; scroll?: boolean }) {
  const t = useT();
  return (
    <Sheet title={t('proposals:agreementPreview.draftTitle')} scroll={scroll}>
      <p className="pc-sheet-mark">{t('proposals:agreementPreview.draftMark')}</p>
      <p>
        {t('proposals:agreementPreview.dossier', { number: preview.number })}
        <br />
        {preview.source}
      </p>
      <h3>{t('proposals:agreementPreview.between')}</h3>
      <Party
        party={preview.consumer}
        role={t('proposals:agreementPreview.consumer')}
        actedBy="proposals:agreementPreview.actedBy"
      />
      <p>{t('proposals:agreementPreview.and')}</p>
      <Party
        party={preview.merchant}
        role={t('proposals:agreementPreview.merchant')}
        actedBy="proposals:agreementPreview.actedByMerchant"
      />
      <h3>{t('proposals:agreementPreview.about')}</h3>
      <p>
        <UserText inline>{preview.about}</UserText>
      </p>
      <div data-kept-preview="">
        <Promises remedies={preview.remedies} terms={preview.terms} />
      </div>
    </Sheet>
  );
}

/** What an agreement's two sides promise: the part that changes while a proposal is typed. */
export function Promises({ remedies, terms }: Pick<AgreementPreviewData, 'remedies' | 'terms'>) {
  const t = useT();
  return (
    <>
      <h3>{t('proposals:agreementPreview.solutions')}</h3>
      {remedies.length > 0 ? <RemedyList remedies={remedies} /> : <p>{t('proposals:agreementPreview.noSolutions')}</p>}
      <h3>{t('proposals:agreementPreview.terms')}</h3>
      {terms.trim() ? <UserText>{terms}</UserText> : <p>{t('proposals:agreementPreview.noTerms')}</p>}
    </>
  );
}

function Party({ party, role, actedBy }: { party: AgreementPreviewData['consumer']; role: string; actedBy: string }) {
  const t = useT();
  return (
    <p>
      <strong>
        <UserText inline>{party.name}</UserText>
      </strong>
      , {role}
      {party.actedBy ? (
        <>
          , <UserText inline>{t(actedBy, { name: party.actedBy })}</UserText>
        </>
      ) : null}
      {party.address ? (
        <>
          <br />
          <UserText inline>{party.address}</UserText>
        </>
      ) : null}
    </p>
  );
}
