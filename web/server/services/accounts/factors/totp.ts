import { Secret, TOTP } from 'otpauth';

/** What every authenticator application takes without being told (RFC 6238 §4, §5.2). */
const periodSeconds = 30;
const shape = { algorithm: 'SHA1', digits: 6, period: periodSeconds } as const;
/** A code of the step before or after is taken too (RFC 6238 §6). */
const drift = 1;
/** How far off a clock is told from a wrong code, in steps: ten minutes. */
const farOff = 20;

/** A secret of 160 bits (RFC 4226 §4). */
export function newSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** The secret as people type it: Base32, in groups of four. */
export function writtenSecret(secret: Uint8Array): string {
  return (base32(secret).base32.match(/.{1,4}/g) ?? []).join(' ');
}

/** What the application reads from the square (otpauth URI): whose account it is, and the secret. */
export function secretAddress(secret: Uint8Array, { issuer, email }: { issuer: string; email: string }): string {
  return new TOTP({ ...shape, issuer, label: email, secret: base32(secret) }).toString();
}

/**
 * The time step of a code, when it is one of this secret at that moment or one step off; `far` when it is one of a clock that is up to ten minutes off; null
 * for any other.
 */
export function stepOf(secret: Uint8Array, code: string, at: Date): number | 'far' | null {
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...shape, token: code, secret: base32(secret), timestamp, window: farOff });
  if (delta === null) return null;
  return Math.abs(delta) <= drift ? TOTP.counter({ period: periodSeconds, timestamp }) + delta : 'far';
}

/** The code that an application shows at a moment. */
export function codeAt(secret: Uint8Array, at: Date): string {
  return TOTP.generate({ ...shape, secret: base32(secret), timestamp: at.getTime() });
}

function base32(secret: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(secret).buffer });
}
