import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { bytesOf, dictionaryOf, nameOf, numberOf, type PdfDictionary } from './objects.ts';

/** How the streams of an encrypted document are deciphered. */
export type StreamCipher = { key: Buffer; method: 'none' | 'rc4' | 'aes128' | 'aes256' };

/** What fills a password up to 32 bytes (ISO 32000-1, algorithm 2). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * The cipher of a document that opens without a password, as every reader tries first: one that only restricts printing or copying does
 * (ISO 32000-1 §7.6.3, ISO 32000-2 §7.6.4).
 *
 * @returns null when a password, a certificate or a service is needed.
 */
export function cipherWithoutPassword(encrypt: PdfDictionary, id: Buffer): StreamCipher | null {
  if (nameOf(encrypt.get('Filter')) !== 'Standard') return null;
  const revision = numberOf(encrypt.get('R')) ?? 0;
  const key = revision >= 5 ? newerKey(encrypt, revision) : olderKey(encrypt, revision, id);
  return key && { key, method: methodOf(encrypt) };
}

function methodOf(encrypt: PdfDictionary): StreamCipher['method'] {
  const version = numberOf(encrypt.get('V')) ?? 0;
  if (version < 4) return 'rc4';
  const filter = nameOf(encrypt.get('StmF')) ?? 'Identity';
  const described = dictionaryOf(dictionaryOf(encrypt.get('CF'))?.get(filter));
  const method = nameOf(described?.get('CFM')) ?? 'None';
  return ({ V2: 'rc4', AESV2: 'aes128', AESV3: 'aes256' } as const)[method] ?? 'none';
}

/** Revisions 2 to 4: algorithm 2 gives the key, algorithms 4 and 5 tell whether it is the right one. */
function olderKey(encrypt: PdfDictionary, revision: number, id: Buffer): Buffer | null {
  const owner = bytesOf(encrypt.get('O'))?.subarray(0, 32);
  const user = bytesOf(encrypt.get('U'));
  const permissions = numberOf(encrypt.get('P'));
  if (!owner || !user || permissions === null || revision < 2) return null;
  const length = keyLength(encrypt, revision);
  const clearMetadata = encrypt.get('EncryptMetadata');
  const seed = Buffer.alloc(4);
  seed.writeInt32LE(permissions | 0);
  const hash = createHash('md5').update(padding).update(owner).update(seed).update(id);
  if (revision >= 4 && clearMetadata?.kind === 'word' && clearMetadata.text === 'false') hash.update('ffffffff', 'hex');
  let key = hash.digest().subarray(0, length);
  if (revision >= 3) {
    for (let round = 0; round < 50; round += 1) key = createHash('md5').update(key).digest().subarray(0, length);
  }
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32)) ? key : null;
  let proof: Buffer = createHash('md5').update(padding).update(id).digest();
  for (let round = 0; round < 20; round += 1) proof = rc4(Buffer.from(key.map((byte) => byte ^ round)), proof);
  return proof.equals(user.subarray(0, 16)) ? key : null;
}

function keyLength(encrypt: PdfDictionary, revision: number): number {
  if (revision === 2) return 5;
  const bits = numberOf(encrypt.get('Length')) ?? (revision === 4 ? 128 : 40);
  // Some writers count bytes.
  const bytes = bits <= 16 ? bits : bits / 8;
  return Math.min(16, Math.max(5, Math.floor(bytes)));
}

/** Revisions 5 and 6: algorithm 2.A, the password being empty. */
function newerKey(encrypt: PdfDictionary, revision: number): Buffer | null {
  const user = bytesOf(encrypt.get('U'));
  const sealed = bytesOf(encrypt.get('UE'))?.subarray(0, 32);
  if (!user || user.length < 48 || sealed?.length !== 32 || revision > 6) return null;
  const hash = revision === 5 ? simpleHash : hardenedHash;
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return null;
  const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

const simpleHash = (salt: Buffer): Buffer => createHash('sha256').update(salt).digest();

/** Algorithm 2.B, the password being empty. */
function hardenedHash(salt: Buffer): Buffer {
  let key: Buffer = simpleHash(salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const block = Buffer.concat([cipher.update(repeated), cipher.final()]);
    const kind = block.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][kind] ?? 'sha256')
      .update(block)
      .digest();
    last = block.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** A stream of one object in clear (algorithm 1); null when it cannot be. */
export function decipher(
  { key, method }: StreamCipher,
  { number, generation }: { number: number; generation: number },
  bytes: Buffer,
): Buffer | null {
  if (method === 'none') return bytes;
  if (method === 'aes256') return aes('aes-256-cbc', key, bytes);
  const whose = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  const salt = method === 'aes128' ? Buffer.from('sAlT') : Buffer.alloc(0);
  const own = createHash('md5')
    .update(Buffer.concat([key, whose, salt]))
    .digest()
    .subarray(0, Math.min(16, key.length + 5));
  return method === 'rc4' ? rc4(own, bytes) : aes('aes-128-cbc', own, bytes);
}

function aes(name: string, key: Buffer, bytes: Buffer): Buffer | null {
  const whole = bytes.length - (bytes.length % 16);
  if (whole < 32) return null;
  try {
    const cipher = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(bytes.subarray(16, whole)), cipher.final()]);
  } catch {
    return null;
  }
}

/** RC4, which OpenSSL no longer offers; older documents are made with it. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, n) => n);
  const at = (n: number) => state[n & 255] ?? 0;
  const swap = (a: number, b: number) => ([state[a], state[b]] = [at(b), at(a)]);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const result = Buffer.allocUnsafe(bytes.length);
  for (let n = 0, i = 0, j = 0; n < bytes.length; n += 1) {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    result[n] = (bytes[n] ?? 0) ^ at(at(i) + at(j));
  }
  return result;
}
