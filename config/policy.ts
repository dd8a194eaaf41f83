import { z } from 'zod';
import type { Duration } from '#domain/calendar/durations.ts';
import type { Policy } from '#domain/dossier/policy.ts';

const length = z.number().int().min(0);

/** one unit per duration, so that none is mistaken for another. */
const duration: z.ZodType<Duration> = z.union(
  [
    z.strictObject({ years: length }),
    z.strictObject({ days: length }),
    z.strictObject({ businessDays: length }),
    z.strictObject({ seconds: z.number().min(0) }),
  ],
  { error: 'must be one of {"years":n}, {"days":n}, {"businessDays":n}, {"seconds":n}' },
);

const policy: z.ZodType<Partial<Policy>> = z
  .strictObject({
    version: z.string().min(1),
    draft: duration,
    draftReminders: z.array(duration),
    draftGrace: duration,
    invitation: duration,
    takeChargeReminders: z.array(duration),
    takeChargeAlert: duration,
    mediationWait: duration,
    turnReminders: z.array(duration),
    turnAlert: duration,
    mediationTarget: duration,
    mediationWarning: duration,
    withdrawalClose: duration,
    messagesAfterAgreement: duration,
    retention: duration,
  } satisfies Record<keyof Policy, z.ZodType>)
  .partial();

/** `POLICY_JSON`: the durations of new dossiers that differ from the standard policy, checked when the process starts. */
export const policyJson = z
  .string()
  .transform((text, context) => {
    try {
      const parsed: unknown = JSON.parse(text);
      return parsed;
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(policy);
