import { crc32, deflateRawSync } from 'node:zlib';

export type Entry = { name: string; body: Buffer; claims?: number };

/** The least that a Word document is made of. */
export const wordParts: Entry[] = [
  { name: '[Content_Types].xml', body: Buffer.from('<Types/>') },
  { name: 'word/document.xml', body: Buffer.from('<w:document/>') },
];

/** A zip archive written by hand, so that it can lie. */
export function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claims } of entries) {
    const packed = deflateRawSync(body);
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc32(body), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(claims ?? body.length, 22);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30, 'latin1');
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    header.copy(central, 8, 6, 28);
    central.writeUInt16LE(8, 10);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    central.write(name, 46, 'latin1');
    parts.push(header, packed);
    directory.push(central);
    offset += header.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
