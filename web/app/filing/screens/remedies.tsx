import { proposalValues } from '#contracts/schemas/proposal.ts';
import { CheckboxGroup } from '../../ui/form/Choice.tsx';
import type { FilingScreen } from './filing-screen.ts';

/** The remedies that the consumer proposes (F-063). */
export const remedies: FilingScreen = {
  values: (view, reader) => proposalValues(view, reader.language),
  Fields: function Remedies({ view }) {
    return (
      <CheckboxGroup
        name="remedy[]"
        options={view.catalogue.map(({ code, label, hint }) => ({ value: code, label, ...(hint ? { hint } : {}) }))}
      />
    );
  },
};
