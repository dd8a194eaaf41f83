import type { DisputeFile } from '../dispute.ts';
import { drawPaper } from './paper.ts';
import { takePhoto } from './photo.ts';

/** A file as a person would choose it on their computer. */
export type RenderedFile = { fileName: string; mediaType: string; bytes: Buffer };

/** Draws the paper or takes the picture that a dispute names. */
export async function renderFile(file: DisputeFile): Promise<RenderedFile> {
  return 'paper' in file
    ? { fileName: file.fileName, mediaType: 'application/pdf', bytes: await drawPaper(file.paper) }
    : { fileName: file.fileName, mediaType: 'image/jpeg', bytes: await takePhoto(file.photo) };
}
