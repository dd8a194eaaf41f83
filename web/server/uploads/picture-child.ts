/**
 * The process that opens pictures: `node picture-child.ts <jpg|png|gif|heic>`, the picture in its standard input and the new one in its standard output.
 * It is started for one picture, with no environment, no file but its own code, limits of time and memory, and nothing to answer but its exit code:
 * 0 done, 3 the picture cannot be read, 4 its end is missing.
 */
/** Just above the 4,032 of most telephones: made a little smaller, their pictures would cost a fifth more and be less sharp. */
const maxSide = 4_096;
const maxPixels = 120_000_000;
const endOfJpeg = Buffer.from([0xff, 0xd9]);
/** How the decoders say that the bytes stop too early. */
const cut = /premature end|unexpected end|read error|end of file|out of order/i;
const kind = process.argv[2];

async function main(): Promise<void> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  const given = await standardInput();
  // Some telephones and scanners leave the mark of the end out. With it, a picture that was cut is still told by its missing lines.
  const open = kind === 'jpg' && !given.includes(endOfJpeg, given.length - 65_536);
  const bytes = open ? Buffer.concat([given, endOfJpeg]) : given;
  const failOn = open ? 'warning' : 'error';
  const options = { limitInputPixels: maxPixels, failOn, animated: kind === 'gif' } as const;
  const image = kind === 'heic' ? await fromHeic(bytes, sharp) : sharp(bytes, options);
  // Metadata (place, telephone, thumbnails) is not copied unless asked for; `rotate` applies the turn it carried first.
  const upright = image.rotate().resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true });
  const encoded =
    kind === 'png'
      ? upright.png()
      : kind === 'gif'
        ? upright.gif()
        : upright.flatten({ background: '#fff' }).jpeg({ quality: 86 });
  const result = await encoded.toBuffer();
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(result, (error) => (error ? reject(error) : resolve())),
  );
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function fromHeic(bytes: Buffer, sharp: typeof import('sharp').default) {
  const { default: decode } = await import('heic-decode');
  const { width, height, data } = await decode({ buffer: bytes });
  if (width * height > maxPixels) throw new Error('too many pixels');
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } });
}

try {
  await main();
} catch (error) {
  process.exitCode = error instanceof Error && cut.test(error.message) ? 4 : 3;
}
