import { useT } from '../../texts.tsx';
import { Sheet } from '../../ui/layout/Sheet.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RemedyList } from './RemedyList.tsx';
import type { AgreementPreviewData } from '../types.ts';

/** The agreement that a proposal would make, on a sheet (D-01, F-094, A-14). Nothing in it is concluded yet, and it says so. */
export function AgreementPreview({ preview, scroll = false }: { preview: AgreementPreviewData; scroll?: boolean }) {
  const t = useT();
  return (
    <Sheet title={t('proposals:sheet.draftTitle')} scroll={scroll}>
      <p className="pc-sheet-mark">{t('proposals:sheet.draftMark')}</p>
      <p>
        {t('proposals:sheet.dossier', { number: preview.number })}
        <br />
        {preview.source}
      </p>
      <h3>{t('proposals:sheet.between')}</h3>
      <Party party={preview.consumer} role={t('proposals:sheet.consumer')} actedBy="proposals:sheet.actedBy" />
      <p>{t('proposals:sheet.and')}</p>
      <Party party={preview.merchant} role={t('proposals:sheet.merchant')} actedBy="proposals:sheet.actedByMerchant" />
      <h3>{t('proposals:sheet.about')}</h3>
      <p>
        <UserText inline>{preview.about}</UserText>
      </p>
      <h3>{t('proposals:sheet.solutions')}</h3>
      {preview.remedies.length > 0 ? (
        <RemedyList remedies={preview.remedies} />
      ) : (
        <p>{t('proposals:sheet.noSolutions')}</p>
      )}
      <h3>{t('proposals:sheet.terms')}</h3>
      {preview.terms.trim() ? <UserText>{preview.terms}</UserText> : <p>{t('proposals:sheet.noTerms')}</p>}
    </Sheet>
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
