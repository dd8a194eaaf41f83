/**
 * Headers of a file that is saved and never opened by the browser as a page of ours (F-034, F-035); `nosniff`, and that no cache stores it, come with every
 * response (headers.ts).
 *
 * @example attachmentHeaders({ mediaType: 'application/pdf', byteSize: 3, fileName: 'Reçu.pdf' })
 */
export function attachmentHeaders(file: { mediaType: string; byteSize: number; fileName: string }) {
  return { ...savedAs(file), 'Content-Length': String(file.byteSize) };
}

function savedAs(file: { mediaType: string; fileName: string }) {
  return {
    'Content-Type': file.mediaType,
    'Content-Disposition': disposition(file.fileName),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
}

/** A file for a spreadsheet, as an answer. */
export function csvAnswer({ fileName, text }: { fileName: string; text: string }): Response {
  const bytes = new TextEncoder().encode(text);
  const file = { mediaType: 'text/csv; charset=utf-8', byteSize: bytes.byteLength, fileName };
  return new Response(bytes, { headers: attachmentHeaders(file) });
}

/** A file for a spreadsheet that is written part by part, as it is taken; how long it will be is not known before. */
export function csvStream(fileName: string, parts: AsyncIterator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
  return new Response(body, { headers: savedAs({ mediaType: 'text/csv; charset=utf-8', fileName }) });
}

/** RFC 6266 §4.3 and RFC 8187: a plain name for old browsers, the whole one for the others. */
function disposition(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_');
  const whole = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'document'}"; filename*=UTF-8''${whole}`;
}
