import { AppError } from '#contracts/errors.ts';
import { ownAcceptanceAddresses } from '#db/content/acceptance-addresses.ts';
import { agreementCertificate, type CertificateRow } from '#db/content/documents.ts';
import { closingIdentity } from '#db/dossiers/closing-identity.ts';
import { proposalOf, qualityOf, type Author } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { demand, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** Who proposed or accepted the version that the agreement is made of, under the names of that day. */
type AgreementAct = {
  act: 'proposed' | 'accepted';
  name: string;
  quality: ReturnType<typeof qualityOf>;
  /** The party whom they represent. */
  party: string;
  version: number;
  at: string;
  /** The reader did it. */
  own: boolean;
  /** From which IP address the reader accepted; null for everyone else's acts, and where it was not noted. */
  ip: string | null;
};

export type AgreementCertificate = {
  dossierId: string;
  number: string;
  concludedAt: string;
  acts: AgreementAct[];
  /** The document that was made, with its fingerprint; null while it is being made. */
  document: CertificateRow | null;
};

/**
 * The certificate of the agreement: who accepted, when and as what, and the SHA-256 of the document. An address is shown to the person whose
 * it is, and to nobody else (ADR 30).
 *
 * @throws AppError `access.not_found` when the dossier has no agreement; `access.denied` for those who may not read it.
 */
export async function certificateOf(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<AgreementCertificate> {
  const { state, summaryRow, user } = opened;
  const concluded = state.closing?.agreement;
  const proposal = concluded && proposalOf(state, concluded.proposalId);
  const version = proposal?.versions.find((each) => each.version === concluded?.version);
  if (!state.closing || !proposal || !version) throw new AppError('access.not_found');
  demand(opened, 'agreement');
  const [document, who, addresses] = await Promise.all([
    agreementCertificate(db, summaryRow.id),
    closingIdentity(db, summaryRow.id),
    ownAcceptanceAddresses(db, { dossierId: summaryRow.id, userId: user.id }),
  ]);
  const acted = (author: Author, { by, at }: { by: string; at: string }) => ({
    name: who?.names[by] ?? '',
    quality: qualityOf(state, author, by),
    party: author === 'mediator' ? '' : (who?.[author].name.trim() ?? ''),
    version: version.version,
    at,
    own: by === user.id,
  });
  return {
    dossierId: summaryRow.id,
    number: summaryRow.number,
    concludedAt: state.closing.at,
    acts: [
      { act: 'proposed', ...acted(proposal.author, version), ip: null },
      ...proposal.acceptances.map((each): AgreementAct => {
        const act = acted(each.side, each);
        return { act: 'accepted', ...act, ip: act.own ? (addresses.get(each.at) ?? null) : null };
      }),
    ],
    document,
  };
}
