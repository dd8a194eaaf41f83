import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { presentEnding } from './present-ending.server.ts';

const ending = { at: '2026-03-20T15:00:00.000Z', by: 'consumer', reason: null, justification: null } as const;
const more = { left: null, kit: false, messagesUntil: null, erasedAt: null };

test('F-101 an agreement is said to be in the documents once it is there', () => {
  const said = (outcome: 'agreement' | 'withdrawn', preparing: boolean) =>
    presentEnding(readerOf('fr'), { ...ending, ...more, outcome, preparing }).agreement;
  expect([said('agreement', true), said('agreement', false), said('withdrawn', false)]).toEqual([
    'coming',
    'filed',
    null,
  ]);
});

test('A-08 of a dossier that closed by itself after a side left, the reason is said to be that side’s', () => {
  const closed = {
    ...ending,
    ...more,
    by: 'system',
    reason: 'plus_interet',
    outcome: 'mediationFailed',
    preparing: false,
  } as const;
  const lines = (left: { role: 'merchant'; name: string } | null) =>
    presentEnding(readerOf('fr'), { ...closed, left }).lines.map(({ label, value }) => `${label} ${value}`);
  expect(lines({ role: 'merchant', name: 'Meubles Boréal' })).toContain('Qui se retire Meubles Boréal');
  expect(lines(null).join()).not.toContain('Qui se retire');
});
