import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { AgreementCertificate } from '#web/server/services/dossier/documents/certificate.ts';

/** The certificate of an agreement in words. */
export function presentCertificate({ t, dateTime }: Reader, certificate: AgreementCertificate) {
  const { dossierId, number, concludedAt, acts, document } = certificate;
  const own = acts.find((each) => each.act === 'accepted' && each.own);
  return {
    facts: [
      ...(document ? [{ label: t('dossier:certificate.number'), value: document.number }] : []),
      { label: t('dossier:certificate.dossier'), value: number },
      { label: t('dossier:certificate.concluded'), value: dateTime(concludedAt) },
    ],
    acts: acts.map(({ act, name, quality, party, version, at }) => ({
      name,
      quality: t(`documents:roles.${quality}`, { party }),
      did: t(`dossier:certificate.${act}`, { version }),
      at: dateTime(at),
    })),
    own:
      own && (own.ip ? t('dossier:certificate.ownAddress', { address: own.ip }) : t('dossier:certificate.noAddress')),
    sha256: document?.sha256 ?? null,
    fileName: document?.fileName ?? '',
    download: document?.documentId
      ? href(pages.dossier.document, { dossierId, documentId: document.documentId })
      : null,
  };
}
