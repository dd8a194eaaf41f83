import type { Env } from '#config/env.ts';
import { idOf } from '#db/key-id.ts';
import { issueReferral } from '#web/server/services/referrals/issue-referral.ts';
import { runSteps } from './run-steps.ts';
import { openAccounts, type Cast } from './cast.ts';
import type { Dispute } from './dispute.ts';
import { tellAll } from './disputes/index.ts';
import { openDispute } from './draft.ts';
import { openPast, type JournalAccess, type Past } from './past.ts';
import { openPlatform, type Platform } from './platform.ts';
import { tellOfAbsence, toldDaysAgo } from './absent-mediator.ts';
import { askToTakePart } from './participation.ts';
import { inTurns } from './turns.ts';

/** `journal`: what happened before the demonstration is started is written with it. */
export type SeedOptions = { journal: JournalAccess; onProgress?(text: string): void };

/**
 * Plays the demonstration through the product's own services: accounts, then each dispute from its codes to its end. The worker must be running. Run
 * again, it changes nothing; run again after an interruption, it continues.
 */
export async function seed(env: Env, { journal, onProgress = () => undefined }: SeedOptions): Promise<void> {
  const platform = await openPlatform(env);
  const past = await openPast(platform, env, journal);
  try {
    onProgress('accounts');
    const cast = await openAccounts(platform);
    const disputes = tellAll(platform.deps.now());
    let told = 0;
    await inTurns(disputes, 4, async (dispute) => {
      if (dispute.daysAgo) await tellPast(past, cast, { dispute, daysAgo: dispute.daysAgo });
      else await tellNow(platform, cast, dispute);
      told += 1;
      onProgress(`${told} of ${disputes.length} disputes`);
    });
    // Codes for anyone who wants to follow the whole path: they wait in the mail inbox.
    const form = {
      email: 'nouvelle.personne@courriel.example',
      language: 'fr' as const,
      merchantId: cast.merchantId('nordet'),
      problemKind: 'qualite',
    };
    await askToTakePart(platform.deps);
    await tellOfAbsence(past.platform(toldDaysAgo).deps, cast);
    const officerId = cast.user('officer').id;
    await issueReferral(platform.deps, { officerId, form, key: idOf('demo-referral', 'waiting') });
  } finally {
    await past.close();
    await platform.close();
  }
}

async function tellNow(platform: Platform, cast: Cast, dispute: Dispute): Promise<string> {
  const dossierId = await openDispute(platform, cast, dispute);
  await runSteps(platform, cast, { dossierId, dispute });
  return dossierId;
}

/** The same, as it was then; what waiting alone has brought since comes with it. */
async function tellPast(
  past: Past,
  cast: Cast,
  { dispute, daysAgo }: { dispute: Dispute; daysAgo: number },
): Promise<void> {
  await past.bringToNow(await tellNow(past.platform(daysAgo), cast, dispute));
}
