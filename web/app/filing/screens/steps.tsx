import { maxPriorSteps } from '#contracts/schemas/filing-screens.ts';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { DateField } from '../../ui/form/TypedFields.tsx';
import type { FilingScreen } from './filing-screen.ts';

/** What was tried with the merchant before: a line for each step, and one more (F-060). */
export const steps: FilingScreen = {
  values: (view) => ({ priorSteps: { ...(view.problem.priorSteps ?? []) } }),
  Fields: function PriorSteps({ view }) {
    const t = useT();
    const means = view.lists.priorStepMeans.map(({ code, label }) => ({ value: code, label }));
    const length = Math.min(maxPriorSteps, (view.problem.priorSteps?.length ?? 0) + 1);
    return (
      <>
        {Array.from({ length }, (_, row) => (
          <Card key={row} title={t('filing:priorStep', { number: row + 1 })}>
            <Select name={`priorSteps.${row}.means`} label={t('filing:fields.means.label')} options={means} />
            <DateField name={`priorSteps.${row}.date`} label={t('filing:fields.date.label')} optional />
            <TextField name={`priorSteps.${row}.person`} label={t('filing:fields.person.label')} optional />
            <TextArea name={`priorSteps.${row}.outcome`} label={t('filing:fields.outcome.label')} rows={3} optional />
          </Card>
        ))}
      </>
    );
  },
  Buttons: function AddStep() {
    const t = useT();
    return (
      <Button look="secondary" name="intent" value="add">
        {t('filing:addStep')}
      </Button>
    );
  },
};
