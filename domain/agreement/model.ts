import type { Author, Instant, Side } from '../dossier/types.ts';
import { isBlank } from './check.ts';
import { remedyFields } from './remedies.ts';
import { remedyCodes, type AgreementModel, type PartyView, type ProposalContent, type Remedy } from './types.ts';

/** A person or company as the directory knows it. */
export type PartySource = {
  name: string;
  addressLine?: string;
  city?: string;
  province?: string;
  postalCode?: string;
  email?: string;
  phone?: string;
  /** Name of the person who acts for the party, when it is someone else. */
  actedBy?: string | null;
};

export type PartySources = { consumer: PartySource; merchant: PartySource };

export type AgreementSource = PartySources & {
  dossierNumber: string;
  proposalVersion: number;
  author: Author;
  mediator?: string | null;
  problemTitle: string;
  content: ProposalContent;
  proposedBy?: AgreementModel['proposedBy'];
  /** None while it is a draft. */
  acceptances?: { side: Side; name: string; role: string; at: Instant }[];
  concludedAt?: Instant | null;
};

/**
 * The agreement that a proposal would make, or has made (D-01, D-02, F-094, F-101, A-14). Remedies come in the order of §9.4 with their filled fields
 * only; terms are verbatim (F-065).
 */
export function buildAgreement(source: AgreementSource): AgreementModel {
  return {
    dossierNumber: source.dossierNumber,
    proposalVersion: source.proposalVersion,
    author: source.author,
    ...buildParties(source),
    mediator: source.mediator ?? null,
    problemTitle: source.problemTitle,
    remedies: orderRemedies(source.content.remedies),
    terms: source.content.terms,
    proposedBy: source.proposedBy ?? null,
    acceptances: [...(source.acceptances ?? [])].sort((a, b) => a.at.localeCompare(b.at)),
    concludedAt: source.concludedAt ?? null,
  };
}

/** The two parties as documents name them. */
export function buildParties({ consumer, merchant }: PartySources): Pick<AgreementModel, 'consumer' | 'merchant'> {
  return { consumer: partyView('consumer', consumer), merchant: partyView('merchant', merchant) };
}

/** What an agreement calls each document that it names: its title, or its file's name where it has none. */
export function documentNames(
  documents: readonly { id: string; title: string; fileName: string }[],
): Record<string, string> {
  return Object.fromEntries(documents.map(({ id, title, fileName }) => [id, title.trim() || fileName]));
}

/** « 12, rue des Lilas, Laval (QC) H7A 1B2 »; parts that are missing are left out. */
export function addressOf(source: PartySource): string {
  const town = [source.city?.trim(), source.province?.trim() ? `(${source.province.trim()})` : '']
    .filter(Boolean)
    .join(' ');
  const place = [town, source.postalCode?.trim().replaceAll(' ', '\u00a0')].filter(Boolean).join(' ');
  return [source.addressLine?.trim(), place].filter(Boolean).join(', ');
}

function partyView(side: Side, source: PartySource): PartyView {
  return {
    side,
    name: source.name.trim(),
    address: addressOf(source),
    email: source.email?.trim() ?? '',
    phone: source.phone?.trim() ?? '',
    actedBy: source.actedBy?.trim() || null,
  };
}

function orderRemedies(remedies: Remedy[]): Remedy[] {
  const ordered: Remedy[] = [];
  for (const code of remedyCodes) {
    const remedy = remedies.find((each) => each.code === code);
    if (!remedy) continue;
    const values: Remedy['values'] = {};
    for (const { name } of remedyFields[code]) {
      const value = remedy.values[name];
      if (value !== undefined && !isBlank(value)) values[name] = value;
    }
    ordered.push({ code, values });
  }
  return ordered;
}
