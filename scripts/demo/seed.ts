import type { Env } from '#config/env.ts';
import { idOf } from '#web/server/services/key-id.ts';
import { issueReferral } from '#web/server/services/referrals/issue-referral.ts';
import { playActs } from './acts.ts';
import { openAccounts } from './cast.ts';
import { tellAll } from './disputes/index.ts';
import { openStory } from './draft.ts';
import { openPlatform } from './platform.ts';
import { inTurns } from './turns.ts';

export type SeedOptions = { onProgress?(text: string): void };

/**
 * Plays the demonstration through the product's own services: accounts, then each dispute from its codes to its end. The worker must be running. Run
 * again, it changes nothing; run again after an interruption, it continues.
 */
export async function seed(env: Env, { onProgress = () => undefined }: SeedOptions = {}): Promise<void> {
  const platform = await openPlatform(env);
  try {
    onProgress('accounts');
    const cast = await openAccounts(platform);
    const stories = tellAll(platform.deps.now());
    let told = 0;
    await inTurns(stories, 4, async (story) => {
      const dossierId = await openStory(platform, cast, story);
      await playActs(platform, cast, dossierId, story);
      told += 1;
      onProgress(`${told} of ${stories.length} disputes`);
    });
    // Codes for anyone who wants to follow the whole path: they wait in the mail inbox.
    const form = {
      email: 'nouvelle.personne@courriel.example',
      language: 'fr' as const,
      merchantId: cast.merchantId('nordet'),
      problemKind: 'qualite',
    };
    const officerId = cast.user('officer').id;
    await issueReferral(platform.deps, { officerId, form, key: idOf('demo-referral', 'waiting') });
  } finally {
    await platform.close();
  }
}
