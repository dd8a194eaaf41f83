import { describe, expect, test } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { tellAll } from '../disputes/index.ts';
import { renderFile } from './render.ts';

const files = tellAll(new Date('2026-11-24T15:00:00Z')).flatMap((story) => story.files);

describe('the files of the demonstration', () => {
  test('papers are real PDFs of one page or two', async () => {
    const papers = files.filter((file) => 'paper' in file);
    expect(papers.length).toBeGreaterThan(12);
    for (const file of papers) {
      const { bytes } = await renderFile(file);
      expect((await fileTypeFromBuffer(bytes))?.mime).toBe('application/pdf');
      expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
    }
  });

  test('photos are what a phone hands over: lying on their side, with position and make', async () => {
    const photo = files.find((file) => 'photo' in file);
    const { bytes } = await renderFile(photo!);
    const { format, width, height, orientation, exif } = await sharp(bytes).metadata();
    expect({ format, width, height, orientation }).toEqual({
      format: 'jpeg',
      width: 960,
      height: 1280,
      orientation: 6,
    });
    expect(exif?.includes('Fabrimobile')).toBe(true);
    // Tag 0x8825: the directory of the position.
    expect(exif?.includes(Buffer.from([0x25, 0x88])) || exif?.includes(Buffer.from([0x88, 0x25]))).toBe(true);
  });
});
