import type { DirectoryDeps } from '../directory/types.ts';
import type { Limits } from '../limits/index.ts';

/** What these services share. */
export type ParticipationDeps = DirectoryDeps & { limits: Limits };

/** What an officer answers to a request, under the key of their form. */
export type Answering = { officerId: string; id: string; answer: string; key: string };
