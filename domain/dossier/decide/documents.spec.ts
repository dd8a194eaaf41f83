import {
  acts,
  agreed,
  closedByConsumer,
  expired,
  inDraft,
  inMediation,
  inNegotiation,
  mediationRequested,
  represented,
  submitted,
} from '../../testing/story.ts';
import { people } from '../../testing/people.ts';

const { otherClerk, consumer, mediator, clerk, officer, friend } = people;

describe('documents', () => {
  test('F-033 F-067 the consumer files from the draft on; a draft’s documents are told to nobody', () => {
    expect(inDraft().give(consumer, acts.file()).owed).toEqual([]);
    expect(submitted().give(consumer, acts.file()).owed).toEqual(['merchantSide:document-added']);
  });

  test('F-033 the member in charge files; the other side and the mediator are told', () => {
    expect(inNegotiation().give(clerk, acts.file()).owed).toEqual(['consumerSide:document-added']);
    expect(mediationRequested().give(clerk, acts.file()).last).toHaveLength(1);
    expect(inMediation().give(clerk, acts.file()).owed).toEqual([
      'consumerSide:document-added',
      'mediator:document-added',
    ]);
    expect(inNegotiation().refusal(otherClerk, acts.file())).toBe('dossier.not_in_charge');
    expect(inNegotiation().refusal(officer, acts.file())).toBe('actor.not_allowed');
  });

  test('F-034 the mediator files during mediation', () => {
    expect(inMediation().give(mediator, acts.file()).owed).toEqual([
      'consumerSide:document-added',
      'merchantSide:document-added',
    ]);
  });

  test('F-033 a document is filed once, and nothing is filed on an expired or closed dossier', () => {
    expect(inDraft().give(consumer, acts.file()).refusal(consumer, acts.file())).toBe('document.not_allowed');
    expect(inDraft().refusal(consumer, acts.file(' '))).toBe('value.invalid');
    expect(expired().refusal(consumer, acts.file())).toBe('dossier.draft_expired');
    expect(agreed().refusal(consumer, acts.file())).toBe('dossier.closed');
    expect(closedByConsumer().refusal(clerk, acts.file())).toBe('dossier.closed');
  });

  test('A-33 who filed it withdraws it, with a reason; a tombstone stays', () => {
    const story = inNegotiation().give(consumer, acts.file()).give(consumer, acts.unfile());
    expect(story.state.documents).toMatchObject([{ id: 'doc-1', side: 'consumer', withdrawnAt: story.now }]);
    expect(story.owed).toEqual(['merchantSide:document-withdrawn']);
    expect(story.refusal(consumer, acts.unfile())).toBe('document.not_allowed');
    expect(story.refusal(consumer, { ...acts.unfile(), justificationId: '' })).toBe('value.invalid');
  });

  test('A-33 the other side, a stranger to the document or after closing: no', () => {
    const story = inNegotiation().give(consumer, acts.file());
    expect(story.refusal(clerk, acts.unfile())).toBe('document.not_allowed');
    expect(story.refusal(consumer, acts.unfile('made-by-the-system'))).toBe('document.not_allowed');
    expect(story.give(clerk, acts.accept('p1')).refusal(consumer, acts.unfile())).toBe('dossier.closed');
  });

  test('A-33 a document is its side’s: the next member in charge, or the representative, may withdraw it', () => {
    const taken = inNegotiation().give(clerk, acts.file()).give(otherClerk, acts.takeCharge('clerk-1'));
    expect(taken.give(otherClerk, acts.unfile()).last[0]).toMatchObject({ type: 'documentWithdrawn' });
    const story = represented(inNegotiation().give(consumer, acts.file()));
    expect(story.refusal(consumer, acts.unfile())).toBe('actor.represented');
    expect(story.give(friend, acts.unfile()).last).toHaveLength(1);
  });
});
