import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { presentReport } from './present-report.server.ts';

test('A-24 a target date that is over is not said to be still to come', () => {
  const facts = { target: '2026-05-17T03:59:59.999Z', history: [], reached: [], today: '2026-05-20' };
  const said = (targetOver: boolean) => presentReport(readerOf('fr'), { ...facts, targetOver }).target;
  expect(said(false)).toMatch(/^La médiation devrait se terminer d’ici le/);
  expect(said(true)).toMatch(/^La date visée pour la fin de la médiation, le .*, est passée\.$/);
});
