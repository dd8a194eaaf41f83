import type { Reader } from '#content/reader.ts';
import type { proposalsTableOf } from '#web/server/services/dossier/proposals/proposals.ts';
import { presentCard } from '../present-card.server.ts';
import { lineWords } from '../present-version.server.ts';

/** Every proposal's current version in one row of words, oldest first (B-10). */
export function presentTable(
  reader: Reader,
  { proposals, documentTitles }: Awaited<ReturnType<typeof proposalsTableOf>>,
) {
  const words = lineWords(reader, documentTitles);
  return proposals.map((proposal) => {
    const { id, number, kind, author, state, current } = presentCard(reader, proposal, words);
    const total = proposal.current.total;
    return {
      id,
      number,
      kind,
      author,
      state,
      heading: current.heading,
      remedies: current.remedies,
      terms: current.terms,
      amount: total === null ? null : reader.money(total),
    };
  });
}
