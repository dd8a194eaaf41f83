import { addresses } from './addresses.ts';
import { asking, sharing, team } from './company.ts';
import { invited } from './invited.ts';
import { mediation, represented } from './mediation.ts';
import { newcomer } from './newcomer.ts';
import { account, policy } from './policy.ts';
import { reading } from './reading.ts';
import type { Story } from './story.ts';

/** Every story, the longest first. */
export const stories: readonly Story[] = [
  represented,
  mediation,
  newcomer,
  sharing,
  invited,
  addresses,
  team,
  reading,
  asking,
  policy,
  account,
];
