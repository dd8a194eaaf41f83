import { expect, test } from '@jest/globals';
import { cutInParts } from './cut-in-parts.ts';
import { setBlocks } from './set-blocks.ts';
import type { Block } from './render-docx.ts';
import { partBytes } from './parts.ts';

const document = (blocks: Block[]) => ({
  title: 'Résumé',
  number: '2026-000123',
  language: 'fr' as const,
  blocks,
  address: 'https://parle.example/resume?partie=',
});

test('F-035 several empty lines are one, line ends and words are kept, headings are numbered', () => {
  expect(
    setBlocks([
      { heading: 'Les échanges' },
      { subheading: 'Le fil' },
      { quote: 'Bonjour\r\n\r\n \r\n\n\nà demain\n' },
      { heading: 'Les documents' },
    ]),
  ).toEqual([
    { heading: '1. Les échanges' },
    { subheading: '1.1. Le fil' },
    { quote: 'Bonjour\n\nà demain\n' },
    { heading: '2. Les documents' },
  ]);
});

test('F-035 a text of thousands of lines goes on from paragraph to paragraph, none of it lost', () => {
  const lines = Array.from({ length: 1_201 }, (_, n) => `ligne ${n}`);
  const set = setBlocks([{ quote: lines.join('\n') }]) as { quote: string }[];
  expect(set).toHaveLength(3);
  expect(set.flatMap(({ quote }) => quote.split('\n'))).toEqual(lines);
});

test('F-035 parts together hold every block once and in order; what announces a text stays with it', () => {
  const blocks: Block[] = [
    { heading: '1. A' },
    { lead: 'Claire' },
    { quote: 'x'.repeat(60) },
    { lead: 'Jean' },
    { quote: 'y'.repeat(60) },
    { quote: 'z'.repeat(300) },
  ];
  const parts = cutInParts(blocks, { characters: 100, lines: 100 });
  expect(parts.flat()).toEqual(blocks);
  expect(parts).toEqual([blocks.slice(0, 3), blocks.slice(3, 5), blocks.slice(5)]);
  expect(cutInParts([], { characters: 1, lines: 1 })).toEqual([[]]);
  expect(cutInParts([{ text: 'a' }, { text: 'b\nc' }], { characters: 100, lines: 2 })).toHaveLength(2);
});

test('F-035 a long document is made in parts, and there is none past the last', async () => {
  const long = document(Array.from({ length: 5 }, (_, n) => ({ text: `${n}`.repeat(40) })));
  const limits = { characters: 100, lines: 100 };
  expect((await partBytes(long, 1, limits))?.parts).toBe(3);
  expect((await partBytes(long, 3, limits))?.bytes.byteLength).toBeGreaterThan(1_000);
  for (const part of [0, 4]) expect(await partBytes(long, part, limits)).toBeNull();
  expect((await partBytes(document([{ text: 'court' }]), 1))?.parts).toBe(1);
});
