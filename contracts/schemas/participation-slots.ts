/** Representatives that a participation form has room for (F-014); the respondent asks for others afterwards (F-019). */
export const representativeSlots = ['1', '2', '3', '4', '5'] as const;
