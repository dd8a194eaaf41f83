/** Steps of a dossier from its code on (B-11): each is reached by some of those of the step before, but for mediation, which is not always needed. */
export const reached = ['issued', 'opened', 'submitted', 'taken', 'mediated', 'agreed'] as const;
export type Reached = (typeof reached)[number];

/** How long one step takes after another. */
export const spans = ['opened', 'submitted', 'taken', 'mediated', 'agreed', 'closed'] as const;
export type SpanName = (typeof spans)[number];
