/** The separate conversations of a dossier (architecture §5). */
export const threadNames = ['negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus'] as const;
export type Thread = (typeof threadNames)[number];
