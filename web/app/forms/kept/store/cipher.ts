/** Makes texts unreadable to anyone but who holds the key. */
export type Cipher = { close(text: string): Promise<string>; open(closed: string): Promise<string | null> };

const algorithm = 'AES-GCM';
/** Bytes of a nonce (NIST SP 800-38D §8.2). */
const nonceLength = 12;

/** @param key base64 of 32 bytes. Null where the browser has no cryptography: pages that are neither https nor this machine's own. */
export async function cipherOf(key: string): Promise<Cipher | null> {
  // Typed as always there; it is not on pages in clear.
  const subtle = globalThis.isSecureContext ? crypto.subtle : null;
  if (!subtle || key === '') return null;
  const secret = await subtle.importKey('raw', bytesOf(key), algorithm, false, ['encrypt', 'decrypt']);
  return {
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
      const closed = await subtle.encrypt({ name: algorithm, iv }, secret, new TextEncoder().encode(text));
      return base64([...iv, ...new Uint8Array(closed)]);
    },
    async open(closed) {
      try {
        const bytes = bytesOf(closed);
        const iv = bytes.slice(0, nonceLength);
        const opened = await subtle.decrypt({ name: algorithm, iv }, secret, bytes.slice(nonceLength));
        return new TextDecoder().decode(opened);
      } catch {
        // Another key's, or not ours.
        return null;
      }
    },
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function base64(bytes: number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}
