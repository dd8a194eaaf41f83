import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { DocumentsData } from '../types.ts';

type Shown = DocumentsData['filed'][number];

/** A document with the way to its bytes, or the tombstone of one withdrawn. */
export function DocumentCard({
  document,
  certificate,
}: {
  document: Shown;
  certificate: { number: string; page: string } | null;
}) {
  const t = useT();
  const { withdrawn } = document;
  return (
    <Card
      level={3}
      title={<UserText inline>{document.title}</UserText>}
      meta={
        <>
          {document.kind ? `${document.kind} · ` : null}
          <UserText inline>{document.by}</UserText>, {document.on} · {document.size}
        </>
      }
      actions={
        withdrawn ? null : (
          <>
            {document.download ? (
              <LinkButton to={document.download} look="secondary" compact download>
                {t('dossier:documents.download')} <span className="qc-sr-only">{document.title}</span>
              </LinkButton>
            ) : null}
            {document.withdraw ? (
              <a href={document.withdraw}>
                {t('dossier:documents.withdraw')} <span className="qc-sr-only">{document.title}</span>
              </a>
            ) : null}
          </>
        )
      }
    >
      {withdrawn ? (
        <p>
          <strong>{withdrawn.on}</strong>.{' '}
          <UserText inline>{t('dossier:documents.withdrawnReason', { reason: withdrawn.reason })}</UserText>
        </p>
      ) : null}
      {document.scan && !withdrawn ? <p>{document.scan}</p> : null}
      {certificate ? (
        <p>
          {certificate.number}. <a href={certificate.page}>{t('dossier:certificate.link')}</a>
        </p>
      ) : null}
      <Details summary={t('dossier:documents.hash')}>
        <p className="pc-hash">{document.sha256}</p>
        <p>{t('dossier:documents.hashNote')}</p>
      </Details>
    </Card>
  );
}

/** The agreement or attestation, or that it is being made (D-02, D-03, F-101, F-118, F-120), with certificate and hash; nothing while there is none. */
export function OfficialDocuments({ documents }: { documents: Pick<DocumentsData, 'official' | 'preparing'> }) {
  const t = useT();
  return (
    <>
      {documents.preparing ? <Notice title={documents.preparing} /> : null}
      {documents.official.length > 0 ? <h2>{t('dossier:documents.official')}</h2> : null}
      {documents.official.map((document) => (
        <DocumentCard
          key={document.id}
          document={document}
          certificate={
            document.certificate && document.certificatePage
              ? { number: document.certificate, page: document.certificatePage }
              : null
          }
        />
      ))}
    </>
  );
}
