import { z } from 'zod';
import { presentPassword } from './account.ts';
import { lineText, sixDigits } from './line.ts';

/** What a browser's script says of a passkey; checked by what verifies it. */
const credential = z
  .string({ error: 'factors:passkey.none' })
  .min(1, { error: 'factors:passkey.none' })
  .max(20_000, { error: 'forms:invalid' });

/** An authenticator application: its first code, and the password. */
export const authenticatorForm = z.object({ code: sixDigits, current: presentPassword });

/** A new passkey, under the name that tells it from the others. */
export const newPasskeyForm = z.object({ name: lineText(60), current: presentPassword, credential });

/** Removing a factor, other recovery codes: the password only. */
export const provedForm = z.object({ current: presentPassword });

/** Removing this passkey; the application when none is named. */
export const factorRemovalForm = provedForm.extend({ passkey: z.uuid({ error: 'forms:invalid' }).optional() });

/** The second step, in its three ways. */
export const codeStepForm = z.object({ code: sixDigits });
export const recoveryStepForm = z.object({
  recovery: z
    .string({ error: 'forms:required' })
    .trim()
    .min(1, { error: 'forms:required' })
    .max(60, { error: 'forms:invalid' }),
});
export const passkeyStepForm = z.object({ credential });

/** Ending sessions: those that are ticked. */
export const sessionsForm = provedForm.extend({
  sessions: z
    .array(z.uuid({ error: 'forms:invalid' }), { error: 'factors:sessions.choose' })
    .max(200, { error: 'forms:invalid' }),
});
