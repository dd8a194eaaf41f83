import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import type { LineWords } from '#content/texts/remedy-lines.ts';
import type { ProposalFacts } from '#web/server/services/dossier/proposals/proposal-facts.ts';
import { presentKind, presentVersion } from './present-version.server.ts';

/** A proposal with all its versions, in words. */
export function presentCard(reader: Reader, proposal: ProposalFacts, words: LineWords) {
  const { label } = reader;
  const { id, number, mine, state, yourTurn, current, older } = proposal;
  return {
    id,
    number,
    kind: presentKind(reader, proposal),
    author: proposal.author.you ? reader.t('proposals:byYou') : presentNamedAuthor(reader, proposal),
    mine,
    byMediator: proposal.kind === 'mediator',
    state: label('proposalStates', state),
    open: state === 'open',
    yourTurn,
    answersTo: null,
    current: presentVersion(reader, current, words),
    older: older.map((version) => presentVersion(reader, version, words)),
    revisions: proposal.revisions.map((revision) => presentRevision(reader, revision)),
    acceptances: proposal.acceptances.map((acceptance) => presentAcceptance(reader, acceptance)),
  };
}

/** « de Claire Roy », with the party when someone else writes for it; the reader's own name too, for what is saved and read elsewhere. */
export function presentNamedAuthor(reader: Reader, { author, kind }: ProposalFacts): string {
  const { t } = reader;
  const { person } = author;
  const party = nameOf(reader, author.party);
  const by = t('proposals:by', { name: person || party });
  return person && person !== party && kind !== 'mediator' ? `${by}, ${t('proposals:forSide', { party })}` : by;
}

function presentAcceptance(
  reader: Reader,
  { yours, by, representedBy, at, left }: ProposalFacts['acceptances'][number],
): string {
  const { t, dateTime } = reader;
  const date = dateTime(at);
  if (yours) {
    const accepted = t(yours.self ? 'proposals:yourAcceptance' : 'proposals:sideAcceptance', { date });
    const awaited = t(`proposals:acceptanceAwaited.${left ?? 'nobodyLeft'}`);
    return `${accepted} ${awaited}`;
  }
  const party = nameOf(reader, by);
  const name = representedBy ? t('dossier:represents', { name: representedBy, party }) : party;
  return t('proposals:acceptedBy', { name, date });
}

function presentRevision(reader: Reader, { yours, by, at }: ProposalFacts['revisions'][number]): string {
  const { t } = reader;
  const date = reader.dateTime(at);
  if (!yours) return t('proposals:revision.by', { name: nameOf(reader, by), date });
  const asked = t(yours.self ? 'proposals:revision.yours' : 'proposals:revision.side', { date });
  return yours.changes ? `${asked} ${t('proposals:revision.stillAccept')}` : asked;
}
