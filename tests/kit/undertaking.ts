import { confidentialityVersion, officeVersion, termsVersion } from '#content/terms/versions.ts';

/** What the form of both texts sends once they are read and ticked, with the versions that it was shown with. */
export const bothTexts = { terms: 'yes', confidentiality: 'yes', termsVersion, confidentialityVersion };

/** The same for those who act for the Office. */
export const officeTexts = { ...bothTexts, confidentialityVersion: officeVersion };
