import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import en from '../texts/en/participation.ts';
import fr from '../texts/fr/participation.ts';
import { undertakingVersion } from './versions.ts';

/** Each version of what is ticked under a participation form, by a digest of its words. */
const words: Record<string, string> = {
  '2026-11-01': '57cfebab0f8c5339d5d97d51d4e7311ec2a2d7ef971651b616826072468c5b92',
};

test('F-014 the undertaking of a participation form has the words of its version: others are another version, with its day', () => {
  const text = [fr, en].map(({ fields }) => fields.undertaking.label).join('\n');
  expect(createHash('sha256').update(text).digest('hex')).toBe(words[undertakingVersion]);
});
