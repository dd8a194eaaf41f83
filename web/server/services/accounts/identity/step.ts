import { z } from 'zod';
import { seal, unseal } from '#contracts/secrets/sealed.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import type { Challenge } from './provider.ts';

/** What a browser keeps while its person is at the identity service: the challenge, where they wanted to go, until when. */
type Step = { challenge: Challenge; asked: string };

/** Milliseconds that a person may take there. */
const mostAway = 600_000;

const kept = z.object({
  challenge: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  asked: z.string(),
  end: z.number(),
});
const sealedFor = { purpose: 'identity-step', about: 'sign-in' } as const;

/** Sealed: a browser's own person cannot choose the challenge that is answered. */
export function sealStep(secrets: SecretRing, step: Step, at: Date): string {
  return seal(secrets, JSON.stringify({ ...step, end: at.getTime() + mostAway }), sealedFor);
}

/** Null when the browser keeps none, another, or one that is over. */
export function openStep(secrets: SecretRing, sealed: string | null, at: Date): Step | null {
  const text = sealed === null ? null : unseal(secrets, sealed, sealedFor);
  if (text === null) return null;
  const { end, ...step } = kept.parse(JSON.parse(text));
  return end > at.getTime() ? step : null;
}
