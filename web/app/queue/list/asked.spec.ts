import { expect, test } from '@jest/globals';
import { askedOfQueue, queueAddress } from './asked.ts';

const asked = (query: string) => askedOfQueue(new URLSearchParams(query));
const none = { status: null, turn: null, charge: null, merchantId: null, establishments: null };

test('F-041 the address says what is asked of the queue, and an address that asks for nothing known asks for all of it', () => {
  expect(asked('')).toEqual({
    asked: { filter: none, order: 'age' },
    query: { etape: null, tour: null, responsable: null, entreprise: null, tri: null, etablissement: [] },
  });
  expect(asked('etape=draft&tour=nous&responsable=x&entreprise=1&tri=nom').asked).toEqual({
    filter: none,
    order: 'age',
  });
  const id = '6f1f3f0e-8f0e-4a54-9d46-0c8a5f3a1b2c';
  const full = asked(`etape=negotiation&tour=merchant&responsable=${id}&entreprise=${id}&tri=wait`);
  expect(full.asked).toEqual({
    filter: { status: 'negotiation', turn: 'merchant', charge: id, merchantId: id, establishments: null },
    order: 'wait',
  });
  expect(asked(queueAddress(full.query).split('?')[1]!)).toEqual(full);
  expect(asked('responsable=remplacement').asked.filter.charge).toBe('standIn');
});

test('F-042 closed dossiers are shown only when they are asked for, and nobody is awaited there', () => {
  expect(asked('etape=closed&tour=merchant').asked.filter).toEqual({ ...none, status: 'closed' });
});

test('F-041 B-09 several places of a company may be asked at once, and dossiers that were put nowhere; anything else is no place', () => {
  const [one, two] = ['6f1f3f0e-8f0e-4a54-9d46-0c8a5f3a1b2c', '6f1f3f0e-8f0e-4a54-9d46-0c8a5f3a1b2d'];
  const both = asked(
    `etablissement=${one}&etablissement=aucun&etablissement=${two}&etablissement=${one}&etablissement=x`,
  );
  expect(both.asked.filter.establishments).toEqual({ ids: [one, two], none: true });
  expect(asked(queueAddress(both.query).split('?')[1]!)).toEqual(both);
  expect(asked('etablissement=x').asked.filter.establishments).toBeNull();
});
