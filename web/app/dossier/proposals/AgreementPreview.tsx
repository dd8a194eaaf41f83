import { setPromises } from '#content/agreement/promises.ts';
import { useLanguage, useT } from '../../texts.tsx';
import { Sheet } from '../../ui/layout/Sheet.tsx';
import { Clauses } from './Clauses.tsx';
import type { AgreementPreviewData } from '../types.ts';

/** The agreement that a proposal would make, clause for clause as the document will print it (D-01, F-094, A-14). Nothing in it is concluded yet, and it says so. */
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
      <Clauses blocks={preview.opening} />
      <div data-kept-preview="">
        <Promises remedies={preview.remedies} terms={preview.terms} />
      </div>
      <Clauses blocks={preview.closing} />
    </Sheet>
  );
}

/** What an agreement's two sides promise: the part that changes while a proposal is typed. */
export function Promises({ remedies, terms }: Pick<AgreementPreviewData, 'remedies' | 'terms'>) {
  const t = useT();
  const language = useLanguage();
  return <Clauses blocks={setPromises({ language, t }, { remedies, terms })} />;
}
