/** Versions in force, named by the day they took effect. A new one is asked of everyone again. */
export const termsVersion = '2026-11-01';
export const confidentialityVersion = '2026-11-01';
/** What is ticked under a participation form (`participation:fields.undertaking`, F-014): other words are another version. */
export const undertakingVersion = '2026-11-01';
/** Of the undertaking of those who act for the Office, which they accept in place of the parties'. */
export const officeVersion = '2026-11-27';
