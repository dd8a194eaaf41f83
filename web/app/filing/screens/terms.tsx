import { proposalValues } from '#contracts/schemas/proposal.ts';
import { TextArea } from '../../ui/form/TextArea.tsx';
import type { FilingScreen } from './filing-screen.ts';

/** The terms of the agreement, to the letter (F-065, A-16). */
export const terms: FilingScreen = {
  values: (view, reader) => proposalValues(view, reader.language),
  Fields: () => <TextArea name="terms" rows={10} optional />,
};
