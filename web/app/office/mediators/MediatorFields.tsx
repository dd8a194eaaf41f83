import { ChangedMeanwhile } from '../../forms/ChangedMeanwhile.tsx';
import { useT } from '../../texts.tsx';
import { CheckboxGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';

type Props = { kinds: { code: string; label: string }[]; chosen: string[]; mark: string };

/** Which kinds of problem are a mediator's field, for the Office to state: what is suggested takes them into account (B-11). */
export function MediatorFields({ kinds, chosen, mark }: Props) {
  const t = useT();
  const now = kinds.flatMap(({ code, label }) => (chosen.includes(code) ? [label] : [])).join('\n');
  return (
    <>
      <h2>{t('directory:mediator.fieldsTitle')}</h2>
      <Form name="fields" submit={t('directory:mediator.fieldsSubmit')}>
        <ChangedMeanwhile form="fields" texts="directory:fields" record={{ problemFields: now }} mark={mark} />
        <CheckboxGroup
          name="fields[]"
          label={t('directory:fields.problemFields.label')}
          hint={t('directory:fields.problemFields.hint')}
          optional
          defaultValue={chosen}
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
      </Form>
    </>
  );
}
