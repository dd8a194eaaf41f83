import { AppError } from '#contracts/errors.ts';
import { compareProposals, type ProposalDifference } from '#domain/agreement/compare.ts';
import type { ServiceDeps } from '../../deps.ts';
import { named, type Named } from '../open-dossier/party-names.ts';
import {
  documentTitles,
  kindOf,
  readableProposals,
  versionFacts,
  type ProposalKind,
  type VersionFacts,
} from './proposal-facts.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** What differs between two proposals (B-13), with the titles of the documents that they name. */
export type Difference = ProposalDifference & { documentTitles: Record<string, string> };

/** A version with the proposal that it is of. */
export type ComparedVersion = VersionFacts & { kind: ProposalKind; number: number; author: Named };

export type Comparison = {
  /** Every version that this person may read, oldest proposal first. */
  versions: ComparedVersion[];
  before: ComparedVersion | null;
  after: ComparedVersion | null;
  difference: Difference | null;
  documentTitles: Record<string, string>;
};

/** Two versions side by side; the last two when none are named. `before` and `after` are ids of contents. */
export async function comparisonOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  asked: { before: string | null; after: string | null },
): Promise<Comparison> {
  if (!opened.can('negotiationProposals')) throw new AppError('access.denied');
  const [items, titles] = await Promise.all([readableProposals(deps, opened), documentTitles(deps, opened)]);
  const versions: ComparedVersion[] = items.flatMap((item) =>
    item.proposal.versions.map((version) => ({
      ...versionFacts(item, version),
      kind: kindOf(opened, item),
      number: item.number,
      author: named(opened, item.proposal.author),
    })),
  );
  const find = (id: string | null) => versions.find((each) => each.contentId === id);
  if ((asked.before && !find(asked.before)) || (asked.after && !find(asked.after)))
    throw new AppError('access.not_found');
  const after = find(asked.after) ?? versions.at(-1);
  const before = find(asked.before) ?? versions.at(-2);
  if (!before || !after || before === after) {
    return { versions, before: null, after: null, difference: null, documentTitles: titles };
  }
  const difference = { ...compareProposals(before.content, after.content), documentTitles: titles };
  return { versions, before, after, difference, documentTitles: titles };
}
