import { asking, sharing, team } from './company.ts';
import { invited } from './invited.ts';
import { mediation, reading } from './mediation.ts';
import { newcomer } from './newcomer.ts';
import { account, policy } from './policy.ts';
import type { Story } from './story.ts';

/** Every story, the longest first. */
export const stories: readonly Story[] = [
  newcomer,
  mediation,
  sharing,
  team,
  invited,
  reading,
  asking,
  policy,
  account,
];
