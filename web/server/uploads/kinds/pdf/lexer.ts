/** What a PDF's syntax is made of (ISO 32000-1 §7.2, §7.3). */
export type Token =
  | { kind: 'name'; text: string }
  | { kind: 'string'; bytes: Buffer }
  | { kind: 'number'; value: number }
  /** `<<`, `>>`, `[`, `]`, `obj`, `stream`, `R`, `true`… */
  | { kind: 'word'; text: string };

const space = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set(Buffer.from('()<>[]{}/%', 'latin1'));
const isRegular = (byte: number | undefined) => byte !== undefined && !space.has(byte) && !delimiters.has(byte);

/** Reads tokens from a place in the bytes; never throws, whatever the bytes are. */
export class Lexer {
  readonly bytes: Buffer;
  /** Where the next token is looked for. */
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next token; null at the end. */
  next(): Token | null {
    this.skipSpace();
    const { bytes } = this;
    const first = bytes[this.at];
    if (first === undefined) return null;
    if (first === 0x2f) return { kind: 'name', text: this.name() };
    if (first === 0x28) return { kind: 'string', bytes: this.literal() };
    if (first === 0x3c && bytes[this.at + 1] !== 0x3c) return { kind: 'string', bytes: this.hexadecimal() };
    if (!isRegular(first)) return this.delimiter(first);
    const text = this.regular();
    const value = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
    return Number.isNaN(value) ? { kind: 'word', text } : { kind: 'number', value };
  }

  private skipSpace(): void {
    const { bytes } = this;
    for (let byte = bytes[this.at]; byte !== undefined; byte = bytes[this.at]) {
      if (space.has(byte)) this.at += 1;
      else if (byte === 0x25) {
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at += 1;
      } else return;
    }
  }

  private delimiter(first: number): Token {
    const double = (first === 0x3c || first === 0x3e) && this.bytes[this.at + 1] === first;
    const text = this.bytes.toString('latin1', this.at, this.at + (double ? 2 : 1));
    this.at += text.length;
    return { kind: 'word', text };
  }

  private regular(): string {
    const from = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    return this.bytes.toString('latin1', from, Math.min(this.at, from + maxWord));
  }

  /** `/J#61vaScript` is `JavaScript` (ISO 32000-1 §7.3.5). */
  private name(): string {
    this.at += 1;
    return this.regular().replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }

  private literal(): Buffer {
    const { bytes } = this;
    const kept: number[] = [];
    let depth = 0;
    for (; this.at < bytes.length; this.at += 1) {
      const byte = bytes[this.at] ?? 0;
      if (byte === 0x5c) this.escaped(kept);
      else {
        if (byte === 0x28) depth += 1;
        if (byte === 0x29) depth -= 1;
        if (depth === 0) break;
        if ((depth > 1 || byte !== 0x28) && kept.length < maxString) kept.push(byte);
      }
    }
    this.at += 1;
    return Buffer.from(kept);
  }

  /** At a reverse solidus; leaves {@link at} on the last byte of the sequence. */
  private escaped(kept: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at + 1, this.at + 4))?.[0];
    const next = this.bytes[this.at + 1] ?? 0;
    const meaning = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(next)];
    this.at += octal ? octal.length : 1;
    const broken = next === 10 || next === 13;
    if (next === 13 && this.bytes[this.at + 1] === 10) this.at += 1;
    if (!broken && kept.length < maxString) kept.push(octal ? parseInt(octal, 8) & 0xff : (meaning ?? next));
  }

  private hexadecimal(): Buffer {
    const from = this.at + 1;
    const end = this.bytes.indexOf(0x3e, from);
    this.at = end === -1 ? this.bytes.length : end + 1;
    const digits = this.bytes.toString(
      'latin1',
      from,
      Math.min(end === -1 ? this.bytes.length : end, from + 2 * maxString),
    );
    const clean = digits.replaceAll(/[^0-9A-Fa-f]/g, '');
    return Buffer.from(clean.length % 2 === 0 ? clean : `${clean}0`, 'hex');
  }
}

/** More of a word or a string than anything that is looked for is long. */
const maxWord = 256;
const maxString = 1_024;
