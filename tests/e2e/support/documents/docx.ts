import { fromBuffer } from 'yauzl';

/** The text of a Word document, a paragraph a line, and the names of its paragraph styles. */
export async function readDocx(bytes: Buffer): Promise<{ text: string; styles: string[] }> {
  const xml = await entryOf(bytes, 'word/document.xml');
  const text = xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<w:br[^>]*>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  return { text, styles: [...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1] ?? '') };
}

/** One part of the file, as text: `docProps/core.xml`, `word/styles.xml`. */
export function entryOf(bytes: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => reject(new Error(`${name} is not in the document`)));
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== name) return zip.readEntry();
        zip.openReadStream(entry as never, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        });
      });
      zip.readEntry();
    });
  });
}
