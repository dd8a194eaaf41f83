import { ChangedMeanwhile } from '../forms/ChangedMeanwhile.tsx';
import { NameFields } from '../forms/NameFields.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';

/** A mediator's has an accreditation. */
type Printed = { firstName: string; lastName: string; accreditation?: string; mark: string };

/** What agreements and attestations print of a person, for the Office to correct. */
export function NameCorrection({ printed: { mark, firstName, lastName, accreditation } }: { printed: Printed }) {
  const t = useT();
  const mediator = accreditation !== undefined;
  const record = { firstName, lastName, ...(mediator ? { accreditation } : {}) };
  return (
    <>
      <h2>{t('directory:correct.title')}</h2>
      <p>{t('directory:correct.note')}</p>
      <Form name="correct" texts="directory:fields" values={record} submit={t('directory:correct.submit')}>
        <ChangedMeanwhile form="correct" texts="directory:fields" record={record} mark={mark} />
        <NameFields />
        {mediator ? <TextField name="accreditation" /> : null}
      </Form>
    </>
  );
}
