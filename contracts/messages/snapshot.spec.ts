import { describe, expect, test } from '@jest/globals';
import { inMediation } from '#domain/testing/story.ts';
import { fromInput, fromJournalState, handledKeysLimit, toJournalState, withHandledKey } from './snapshot.ts';

describe('§3 handled command keys', () => {
  test('the last two hundred are remembered, each once', () => {
    let keys = withHandledKey([], { key: 'key-0', seq: 0 });
    for (let n = 1; n <= handledKeysLimit + 5; n += 1) keys = withHandledKey(keys, { key: `key-${n}`, seq: n });
    expect(keys).toHaveLength(200);
    expect(keys.map(({ key }) => key)).not.toContain('key-5');
    expect(keys[0]).toEqual({ key: 'key-6', seq: 6 });
    const again = withHandledKey(keys, { key: 'key-100', seq: 300 });
    expect(again).toHaveLength(200);
    expect(again.filter(({ key }) => key === 'key-100')).toEqual([{ key: 'key-100', seq: 300 }]);
  });

  test('they are handed on with the state, and kept beside it by the workflow', () => {
    const dossier = inMediation().state;
    const snapshot = { dossier, handledKeys: [{ key: 'a', seq: 3 }] };
    const stored = JSON.parse(JSON.stringify(toJournalState(snapshot)));
    expect(stored.processed).toEqual([{ key: 'a', seq: 3 }]);
    expect(fromJournalState(stored)).toEqual(snapshot);
  });
});

describe('the input of the workflow', () => {
  const dossier = inMediation().state;

  test('one written by an earlier release, its handled keys inside the state, is taken over whole', () => {
    const { documents: _documents, ...older } = dossier;
    const input = JSON.parse(
      JSON.stringify({ dossierId: dossier.id, state: { ...older, processed: [{ key: 'a', seq: 2 }] } }),
    );
    const snapshot = fromInput(input);
    expect(snapshot).toEqual({ dossier: { ...dossier, documents: [] }, handledKeys: [{ key: 'a', seq: 2 }] });
    expect(snapshot?.dossier).not.toHaveProperty('processed');
  });

  test('one written on continue-as-new has them beside it', () => {
    const handledKeys = [{ key: 'b', seq: dossier.seq }];
    expect(fromInput({ dossierId: dossier.id, state: dossier, handledKeys })).toEqual({ dossier, handledKeys });
  });

  test('that of a dossier not yet created has neither', () => {
    expect(fromInput({ dossierId: 'new', state: null })).toBeNull();
  });
});
