import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** What a scanner says of a file; `away` when it does not answer, or cannot say. */
type Verdict = 'clean' | 'infected' | 'away';

/** Looks for known malicious content in files. */
export type Scanner = {
  scan(content: Readable): Promise<Verdict>;
  scanFile(path: string): Promise<Verdict>;
};

/** Longest silence of the scanner: a file of ten megabytes takes it a second or two. */
const patienceMs = 30_000;

/**
 * A `clamd` of ClamAV, asked by its `INSTREAM` command: the bytes go to it in pieces, each after its length, and it answers one line.
 *
 * @param address `host:port`, or `unix:` and the path of its socket.
 */
export function openClamd(address: string): Scanner {
  const to = endpoint(address);
  const scan = async (content: Readable): Promise<Verdict> => {
    try {
      return verdictOf(await instream(to, content));
    } catch {
      return 'away';
    } finally {
      content.destroy();
    }
  };
  return { scan, scanFile: (path) => scan(createReadStream(path)) };
}

function endpoint(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[(.*)\]$/, '$1'), port: Number(address.slice(at + 1)) };
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK\b/.test(answer)) return 'clean';
  return /^stream: .* FOUND\b/s.test(answer) ? 'infected' : 'away';
}

async function instream(to: NetConnectOpts, content: Readable): Promise<string> {
  const socket = connect(to);
  try {
    const answer = answerOf(socket);
    // Asked too early, a failure to send would have nobody to hear of the answer's.
    answer.catch(() => undefined);
    await write(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of content) {
      const bytes = Buffer.from(chunk);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      await write(socket, Buffer.concat([length, bytes]));
    }
    await write(socket, Buffer.alloc(4));
    return await answer;
  } finally {
    socket.destroy();
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner is silent')));
    socket.on('data', (chunk) => {
      text = (text + chunk.toString('latin1')).slice(0, 1_000);
      if (text.includes('\0')) resolve(text);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the scanner hung up')));
  });
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}
