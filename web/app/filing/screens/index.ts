import type { ScreenCode } from '#contracts/schemas/filing-screens.ts';
import type { FilingScreen } from './filing-screen.ts';
import { good } from './good.tsx';
import { merchant } from './merchant.tsx';
import { questions } from './questions.tsx';
import { remedies } from './remedies.tsx';
import { remedyDetails } from './remedy-details.tsx';
import { steps } from './steps.tsx';
import { terms } from './terms.tsx';
import { you } from './you.tsx';

/** The screens that are saved as they are typed, each by its code; `nature` is F-061, `narrative` F-062. */
export const filingScreens: Record<Exclude<ScreenCode, 'representation' | 'documents' | 'review'>, FilingScreen> = {
  you,
  merchant,
  good,
  contract: questions('contract'),
  steps,
  nature: questions('nature'),
  narrative: questions('narrative'),
  remedies,
  remedyDetails,
  terms,
};
